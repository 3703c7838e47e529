package cairn.app.inventory;

import cairn.app.fx.table.RowSource;
import cairn.app.session.Session;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The certificates of a selection, as rows of a table. */
record CertificateRows(Session session, Selection selection, Inventory.Order order)
        implements RowSource<CertificateSummary> {
    @Override
    public void find(Finds finds) throws LedgerException {
        session.register().inventory().find(selection, order, finds::goesOn);
    }

    @Override
    public Map<Long, CertificateSummary> rows(long[] ids) throws LedgerException {
        Map<Long, CertificateSummary> rows = new LinkedHashMap<>();
        session.register()
                .inventory()
                .rows(LongStream.of(ids).boxed().toList())
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }
}

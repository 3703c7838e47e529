-- Schema of the register, version 2. Immutable once released: a change is a new file.
-- Nothing ever asked for certificates by their owner alone, and each new one had to be entered there as well.

DROP INDEX certificate_owner;

COMMENT ON TABLE identity IS 'Cairn register, schema version 2';

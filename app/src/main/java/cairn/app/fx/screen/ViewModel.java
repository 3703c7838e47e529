package cairn.app.fx.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** State and actions of a screen, without any part of it that is drawn. Ends its subscriptions when it is closed. */
public abstract class ViewModel implements AutoCloseable {
    private final List<Subscription> subscriptions = new ArrayList<>();
    private boolean closed;

    /** Follows a value until the screen is closed. */
    protected final <T> void follow(ObservableValue<T> value, Consumer<? super T> each) {
        subscriptions.add(value.subscribe(each));
    }

    /** Whether what comes back from work is still wanted. */
    protected final boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}

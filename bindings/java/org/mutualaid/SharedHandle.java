// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.mutualaid.internal.RulebookHandle;

/**
 * A native rulebook and how many use it. To close it lets nobody in any more;
 * the last one who is inside releases it, so it never goes away under a call of
 * another thread.
 */
final class SharedHandle {
    /** Rulebooks that were forgotten instead of closed come out of here. */
    private static final ReferenceQueue<Rulebook> FORGOTTEN = new ReferenceQueue<>();
    private static final Map<PhantomReference<Rulebook>, SharedHandle> WATCHED =
            new ConcurrentHashMap<>();

    private final RulebookHandle handle;
    private final String name;
    private final AtomicInteger users = new AtomicInteger(1);
    private final AtomicBoolean isClosed = new AtomicBoolean();

    SharedHandle(RulebookHandle handle, String name) {
        this.handle = handle;
        this.name = name;
    }

    /** Releases the handle when the rulebook is forgotten without a close. */
    void watch(Rulebook rulebook) {
        closeForgotten();
        WATCHED.put(new PhantomReference<>(rulebook, FORGOTTEN), this);
    }

    static void closeForgotten() {
        for (Object next = FORGOTTEN.poll(); next != null; next = FORGOTTEN.poll()) {
            SharedHandle forgotten = WATCHED.remove(next);
            if (forgotten != null) {
                forgotten.close();
            }
        }
    }

    /** Begins a call; each is ended by {@link #leave}. */
    RulebookHandle enter() {
        for (;;) {
            int count = users.get();
            if (isClosed.get() || count == 0) {
                throw new IllegalStateException("the rulebook \"" + name + "\" is closed");
            }
            if (users.compareAndSet(count, count + 1)) {
                return handle;
            }
        }
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            handle.delete();
        }
    }

    void close() {
        if (isClosed.compareAndSet(false, true)) {
            WATCHED.values().remove(this);
            leave();
        }
    }

    boolean isClosed() {
        return isClosed.get();
    }
}

// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.mutualaid.Decision;
import org.mutualaid.MutualAidException;
import org.mutualaid.Rulebook;
import org.mutualaid.internal.Core;
import org.mutualaid.internal.NativeLoader;
import org.mutualaid.internal.Reading;
import org.mutualaid.internal.RulebookHandle;

/** Closing, sharing between threads, and giving back. */
public class LifecycleTest {
    private static final byte[] NOTHING = {};

    @Test
    public void aRulebookMayBeClosedTwice() {
        Rulebook harbour = Support.harbour();
        assertFalse(harbour.isClosed());
        harbour.close();
        harbour.close();
        assertTrue(harbour.isClosed());
        assertTrue(harbour.toString().contains("closed"));
    }

    @Test
    public void whateverIsAskedOfAClosedRulebookThrows() {
        Rulebook harbour = Support.harbour();
        harbour.close();
        Support.Attempt[] attempts = {
            () -> harbour.decide("sick_nights", Support.stay()),
            () -> harbour.readCase("{}"),
            () -> harbour.writeCase(null, Support.stay()),
            () -> harbour.replay("{}"),
            () -> harbour.tell("sick_nights", Locale.ENGLISH),
            harbour::id, harbour::edition, harbour::title, harbour::currency, harbour::decimals,
            harbour::digest, harbour::facts, harbour::parts, harbour::parameters,
            harbour::sources, harbour::clauses};
        for (Support.Attempt attempt : attempts) {
            IllegalStateException e = Support.thrown(IllegalStateException.class, attempt);
            assertEquals("the rulebook \"harbour-sick-fund\" is closed", e.getMessage());
        }
    }

    @Test
    public void aDecisionOutlivesItsRulebook() {
        Rulebook harbour = Support.harbour();
        Decision decision = harbour.decide("sick_nights", Support.stay());
        harbour.close();
        assertEquals(new BigDecimal("240.00"), decision.amount());
        assertFalse(decision.lines().isEmpty());
        assertEquals("claim_by", decision.deadlines().get(0).id());
        assertTrue(decision.lines().get(0).clause().isPresent());
    }

    @Test
    public void theTextsOfADecisionNeedItsRulebook() {
        Rulebook harbour = Support.harbour();
        Decision decision = harbour.decide("sick_nights", Support.stay());
        harbour.close();
        Support.Attempt[] attempts = {
            () -> decision.explain(Locale.ENGLISH), () -> decision.lineTexts(Locale.ENGLISH),
            decision::toJson, decision::caseJson};
        for (Support.Attempt attempt : attempts) {
            IllegalStateException e = Support.thrown(IllegalStateException.class, attempt);
            assertTrue(e.getMessage().contains("before closing it"));
        }
    }

    @Test
    public void aDeletedHandleThrows() {
        NativeLoader.load();
        RulebookHandle handle = Core.beijing();
        handle.delete();
        handle.delete();
        Support.thrown(NullPointerException.class, handle::describe);
        Support.thrown(NullPointerException.class, () -> handle.decide(0, NOTHING, NOTHING));
    }

    @Test
    public void aBrokenRecordIsRefused() {
        NativeLoader.load();
        RulebookHandle handle = Core.beijing();
        byte[][] records = {{1}, new byte[9], {0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0}};
        for (byte[] record : records) {
            Support.thrown(MutualAidException.class, () -> handle.decide(0, record, NOTHING));
        }
        handle.delete();
        Reading reading = new Reading("{}".getBytes(StandardCharsets.UTF_8), NOTHING);
        Support.thrown(MutualAidException.class, reading::take);
        reading.delete();
    }

    @Test
    public void noBytesAreAnEmptyText() {
        NativeLoader.load();
        RulebookHandle handle = Core.beijing();
        Support.thrown(MutualAidException.class, () -> handle.read_case(null));
        handle.delete();
    }

    // --- threads ---------------------------------------------------------

    private static void together(int count, Support.Attempt work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(pool.submit(() -> {
                    work.run();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    public void threadsShareARulebook() throws Exception {
        try (Rulebook harbour = Support.harbour()) {
            Decision expected = harbour.decide("sick_nights", Support.stay());
            String text = expected.explain(Locale.CHINESE);
            together(8, () -> {
                for (int i = 0; i < 500; i++) {
                    Decision decision = harbour.decide("sick_nights", Support.stay());
                    assertEquals(expected, decision);
                    assertEquals(text, decision.explain(Locale.CHINESE));
                }
            });
        }
    }

    @Test
    public void aCloseUnderUseThrowsAndNeverCrashes() throws Exception {
        for (int round = 0; round < 30; round++) {
            Rulebook harbour = Support.harbour();
            CountDownLatch began = new CountDownLatch(4);
            Thread closer = new Thread(() -> {
                try {
                    began.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                harbour.close();
            });
            closer.start();
            together(4, () -> {
                IllegalStateException e = Support.thrown(IllegalStateException.class, () -> {
                    for (;;) {
                        harbour.decide("sick_nights", Support.stay()).explain(Locale.ENGLISH);
                        began.countDown();
                    }
                });
                assertTrue(e.getMessage().contains("closed"));
            });
            closer.join();
        }
    }

    // --- giving back -----------------------------------------------------

    private static Map<?, ?> watched() throws ReflectiveOperationException {
        Field field = Class.forName("org.mutualaid.SharedHandle").getDeclaredField("WATCHED");
        field.setAccessible(true);
        return (Map<?, ?>) field.get(null);
    }

    @Test
    public void aForgottenRulebookIsGivenBack() throws Exception {
        int before = watched().size();
        for (int i = 0; i < 20; i++) {
            Support.harbour();
        }
        assertTrue(watched().size() > before);
        for (int i = 0; i < 200 && watched().size() > before; i++) {
            System.gc();
            Thread.sleep(10);
            Support.harbour().close();
        }
        assertTrue(watched().size() <= before);
    }

    @Test
    public void aDecisionKeepsItsRulebookFromBeingForgotten() throws Exception {
        Decision decision = Support.harbour().decide("sick_nights", Support.stay());
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.sleep(5);
            Support.harbour().close();
        }
        assertTrue(decision.explain(Locale.ENGLISH).contains("240.00"));
    }

    @Test
    public void aClosedRulebookIsWatchedNoMore() throws Exception {
        int before = watched().size();
        Support.harbour().close();
        assertTrue(watched().size() <= before);
    }
}

package app.satchel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void keepsTheOrderAndWorksAtOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    List<Integer> doubled =
        Parallel.map(
            List.of(1, 2),
            2,
            number -> {
              await(both);
              return number * 2;
            },
            Cancellation.none());
    assertThat(doubled).containsExactly(2, 4);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other one never came", e);
    }
  }

  @Test
  void neverMoreThanAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Parallel.map(
        IntStream.range(0, 50).boxed().toList(),
        3,
        _ -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.yield();
          return now.decrementAndGet();
        },
        Cancellation.none());
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void whatOneThrowsEndsAll() {
    assertThatThrownBy(
            () ->
                Parallel.map(
                    List.of(1, 2),
                    2,
                    number -> {
                      throw new IllegalArgumentException("no " + number);
                    },
                    Cancellation.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cancellingWakesWhoWaits() {
    Cancellation cancellation = new Cancellation();
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Parallel.map(
                    List.of(1, 2),
                    2,
                    _ -> {
                      cancellation.cancel();
                      try {
                        return never.await(1, TimeUnit.MINUTES);
                      } catch (InterruptedException e) {
                        throw new CancellationException();
                      }
                    },
                    cancellation))
        .isInstanceOf(CancellationException.class);
  }
}

package app.satchel.catalog;

import app.satchel.marketplace.Marketplace;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Puts one question to several marketplaces at the same time. Whoever is still silent a while after
 * another has given a useful answer is not waited for: a marketplace that is down must not make the
 * others look slow.
 */
final class Federation {
  private static final Words WORDS = Words.of(Federation.class);

  private final Duration patience;

  /**
   * @param patience how long the others are waited for after the first useful answer
   */
  Federation(Duration patience) {
    this.patience = patience;
  }

  /**
   * What one marketplace said.
   *
   * @param value null when it failed
   * @param failure null when it answered
   */
  record Answer<T>(Marketplace marketplace, T value, ProblemException failure) {
    boolean answered() {
      return failure == null;
    }
  }

  private record Arrival<T>(int place, Answer<T> answer, RuntimeException bug) {}

  /**
   * Asks.
   *
   * @param question given the marketplace and a cancellation of its own
   * @param useful whether an answer is one that a person could be shown meanwhile
   * @return one answer each, in the order of the marketplaces
   * @throws CancellationException when cancelled
   */
  <T> List<Answer<T>> ask(
      List<Marketplace> asked,
      BiFunction<Marketplace, Cancellation, T> question,
      Predicate<T> useful,
      Cancellation cancellation) {
    return ask(asked, question, useful, cancellation, _ -> {});
  }

  /**
   * The same, and tells what has arrived so far while others are still silent.
   *
   * @param meanwhile given the answers that are there, on the asking thread
   */
  <T> List<Answer<T>> ask(
      List<Marketplace> asked,
      BiFunction<Marketplace, Cancellation, T> question,
      Predicate<T> useful,
      Cancellation cancellation,
      Consumer<List<Answer<T>>> meanwhile) {
    if (asked.size() == 1) {
      return List.of(arrive(0, asked.getFirst(), question, cancellation, true).answer());
    }
    Cancellation own = new Cancellation();
    BlockingQueue<Arrival<T>> arrivals = new LinkedBlockingQueue<>();
    Arrival<T> stop = new Arrival<>(-1, null, new CancellationException());
    try (Cancellation.Registration _ =
        cancellation.onCancel(
            () -> {
              own.cancel();
              arrivals.add(stop);
            })) {
      for (int i = 0; i < asked.size(); i++) {
        int place = i;
        Thread.ofVirtual()
            .name("marketplace-" + asked.get(i).name())
            .start(() -> arrivals.add(arrive(place, asked.get(place), question, own, false)));
      }
      return collect(asked, arrivals, useful, meanwhile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      // Nobody listens to the late ones any more.
      own.cancel();
    }
  }

  private <T> List<Answer<T>> collect(
      List<Marketplace> asked,
      BlockingQueue<Arrival<T>> arrivals,
      Predicate<T> useful,
      Consumer<List<Answer<T>>> meanwhile)
      throws InterruptedException {
    List<Answer<T>> answers = new ArrayList<>(Arrays.asList(nothing(asked.size())));
    int missing = asked.size();
    long deadline = Long.MAX_VALUE;
    while (missing > 0) {
      long left = deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - System.nanoTime();
      Arrival<T> next = arrivals.poll(left, TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      if (next.bug() != null) {
        throw next.bug();
      }
      answers.set(next.place(), next.answer());
      missing--;
      boolean first = deadline == Long.MAX_VALUE;
      if (first && next.answer().answered() && useful.test(next.answer().value())) {
        deadline = System.nanoTime() + patience.toNanos();
      }
      if (missing > 0) {
        meanwhile.accept(answers.stream().filter(Objects::nonNull).toList());
      }
    }
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) == null) {
        answers.set(i, new Answer<>(asked.get(i), null, late(asked.get(i))));
      }
    }
    return answers;
  }

  @SuppressWarnings("unchecked")
  private static <T> Answer<T>[] nothing(int size) {
    return (Answer<T>[]) new Answer<?>[size];
  }

  private static <T> Arrival<T> arrive(
      int place,
      Marketplace marketplace,
      BiFunction<Marketplace, Cancellation, T> question,
      Cancellation cancellation,
      boolean rethrow) {
    try {
      T value = question.apply(marketplace, cancellation);
      return new Arrival<>(place, new Answer<>(marketplace, value, null), null);
    } catch (ProblemException e) {
      return new Arrival<>(place, new Answer<>(marketplace, null, e), null);
    } catch (RuntimeException e) {
      if (rethrow) {
        throw e;
      }
      return new Arrival<>(place, null, e);
    }
  }

  private static ProblemException late(Marketplace marketplace) {
    return ProblemException.of(
        WORDS,
        ProblemKind.NETWORK,
        "source-late",
        marketplace.address().toString(),
        marketplace.name());
  }
}

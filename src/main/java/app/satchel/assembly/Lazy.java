package app.satchel.assembly;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that is made when it is first needed, once. Safe for use by several threads. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<? extends T> maker;
  private T value;

  Lazy(Supplier<? extends T> maker) {
    this.maker = Objects.requireNonNull(maker);
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = Objects.requireNonNull(maker.get());
    }
    return value;
  }

  /** Forgets it: the next to ask has it made anew. */
  synchronized void forget() {
    value = null;
  }

  /** Puts another one in its place. */
  synchronized void put(T other) {
    value = Objects.requireNonNull(other);
  }

  /** Does something with it if it was made. */
  synchronized void ifMade(Consumer<? super T> action) {
    if (value != null) {
      action.accept(value);
    }
  }
}

package app.satchel.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.library.LibraryServices.Entry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryModelTest {
  private static final Problem CHANGED =
      new Problem(ProblemKind.CONFLICT, "undo-changed", "It was changed.", "", "", "");

  private final Shelf shelf = new Shelf();
  private final LibraryModel model = new LibraryModel(shelf, HandBackground.immediate());

  private static Entry entry(String id) {
    return new Entry(
        id,
        id,
        "Claude Code",
        Path.of(id),
        Instant.EPOCH,
        null,
        null,
        LibraryServices.State.UNCHANGED,
        false);
  }

  @Test
  void listsAndTakesBack() {
    shelf.entries.add(entry("a"));
    shelf.entries.add(entry("b"));
    model.refresh();
    assertThat(model.entries()).extracting(Entry::id).containsExactly("a", "b");

    model.takeBack(model.entries().getFirst());

    assertThat(model.entries()).extracting(Entry::id).containsExactly("b");
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void aRefusalStaysOnTheScreenBesideTheList() {
    shelf.entries.add(entry("a"));
    model.refresh();
    shelf.refusal = CHANGED;
    model.takeBack(model.entries().getFirst());

    assertThat(model.problemProperty().get()).isEqualTo(CHANGED);
    assertThat(model.stateProperty().get()).isEqualTo(LibraryModel.State.READY);
    assertThat(model.entries()).hasSize(1);
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void aRecordThatCannotBeReadIsNoEmptyLibrary() {
    shelf.unreadable = CHANGED;
    model.refresh();
    assertThat(model.stateProperty().get()).isEqualTo(LibraryModel.State.FAILED);

    shelf.unreadable = null;
    model.refresh();
    assertThat(model.stateProperty().get()).isEqualTo(LibraryModel.State.READY);
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void whoNeedsItIsNobodyWhenThatCannotBeFoundOut() {
    shelf.unreadable = new Problem(ProblemKind.DISK, "no", "No.", "", "", "");
    List<List<String>> told = new ArrayList<>();
    model.askNeededBy(entry("a"), told::add);
    assertThat(told).containsExactly(List.of());
  }

  private static final class Shelf implements LibraryServices {
    final List<Entry> entries = new ArrayList<>();
    Problem refusal;
    Problem unreadable;

    @Override
    public List<Entry> installed() {
      if (unreadable != null) {
        throw new ProblemException(unreadable);
      }
      return List.copyOf(entries);
    }

    @Override
    public List<String> neededBy(Entry entry) {
      throw new ProblemException(unreadable);
    }

    @Override
    public void takeBack(Entry entry) {
      if (refusal != null) {
        throw new ProblemException(refusal);
      }
      entries.remove(entry);
    }
  }
}

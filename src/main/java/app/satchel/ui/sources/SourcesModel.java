package app.satchel.ui.sources;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The marketplaces and whether they answer. Knows no control; lives on the UI thread. */
public final class SourcesModel {
  private static final Words WORDS = Words.of(SourcesModel.class);
  private static final int MAX_NAME = 64;

  /** What a marketplace said. */
  public sealed interface Answer {
    /** Nothing yet. */
    record Waiting() implements Answer {}

    /**
     * @param skills how many it has, or null when it does not say
     */
    record Ready(Integer skills) implements Answer {}

    record Failed(Problem problem) implements Answer {}
  }

  /** A marketplace with its last answer. */
  public static final class Row {
    private final Source source;
    private final ReadOnlyObjectWrapper<Answer> answer =
        new ReadOnlyObjectWrapper<>(new Answer.Waiting());

    private Row(Source source) {
      this.source = source;
    }

    public Source source() {
      return source;
    }

    public ReadOnlyObjectProperty<Answer> answerProperty() {
      return answer.getReadOnlyProperty();
    }
  }

  private final SourcesServices services;
  private final Background background;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private Cancellation asking = Cancellation.none();

  public SourcesModel(SourcesServices services, Background background) {
    this.services = services;
    this.background = background;
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  /** The address being typed for a new one. */
  public StringProperty addressProperty() {
    return address;
  }

  /** Why the last change did not work, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a change is on its way. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Lists all and asks each whether it is there. */
  public void refresh() {
    asking.cancel();
    Cancellation mine = new Cancellation();
    asking = mine;
    background.run(mine, services::list, found -> show(found, mine), problem::set);
  }

  private void show(List<Source> found, Cancellation mine) {
    rows.setAll(found.stream().map(Row::new).toList());
    rows.forEach(row -> ask(row, mine));
  }

  /** Asks one again. */
  public void ask(Row row) {
    ask(row, asking);
  }

  private void ask(Row row, Cancellation mine) {
    row.answer.set(new Answer.Waiting());
    background.run(
        mine,
        // A marketplace need not say how many it has; an answer it is all the same.
        () -> new Answer.Ready(services.ask(row.source, mine)),
        row.answer::set,
        why -> row.answer.set(new Answer.Failed(why)));
  }

  /** Adds the marketplace at the address typed. */
  public void add() {
    String text = address.get().strip();
    URI uri;
    try {
      uri = read(text);
    } catch (ProblemException e) {
      problem.set(e.problem());
      return;
    }
    change(
        () -> {
          services.add(nameOf(uri), uri);
          return true;
        },
        () -> address.set(""));
  }

  private static URI read(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "https://" + text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like every other text that is no address.
    }
    throw ProblemException.of(WORDS, ProblemKind.INPUT, "source-address", text);
  }

  /** A name of its own from an address: {@code skills.example.org-8080}. */
  String nameOf(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String base = host + (uri.getPort() < 0 ? "" : "-" + uri.getPort());
    base = base.replaceAll("[^a-z0-9._-]", "-").replaceAll("^[^a-z0-9]+", "");
    base = base.isEmpty() ? "marketplace" : base;
    base = base.substring(0, Math.min(MAX_NAME - 4, base.length()));
    String name = base;
    for (int i = 2; taken(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  private boolean taken(String name) {
    return rows.stream().anyMatch(row -> row.source.name().equals(name));
  }

  /** Serves a folder of skills. */
  public void serve(Path folder) {
    change(
        () -> {
          services.serve(folder);
          return true;
        },
        () -> {});
  }

  /** Takes one away. */
  public void remove(Row row) {
    change(
        () -> {
          services.remove(row.source);
          return true;
        },
        () -> {});
  }

  private void change(Callable<Boolean> work, Runnable after) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    problem.set(null);
    background.run(
        Cancellation.none(),
        work,
        done -> {
          busy.set(false);
          after.run();
          refresh();
        },
        why -> {
          busy.set(false);
          problem.set(why);
        });
  }
}

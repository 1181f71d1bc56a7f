package app.satchel.ui.discover;

import app.satchel.catalog.CatalogPage;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Sort;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.ui.discover.DiscoverModel.State;
import app.satchel.ui.discover.DiscoverModel.Summary;
import app.satchel.ui.discover.WorksModel.Filter;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The search field, its choices and the list of skills. */
public final class DiscoverView extends VBox {
  private static final Words WORDS = Words.of(DiscoverView.class);
  private static final int SKELETON_ROWS = 6;

  private final DiscoverModel model;
  private final WorksModel works;
  private final TextField search = new TextField();
  private final ListView<Listing> list = new ListView<>();
  private final VBox skeleton = new VBox();
  private final StackPane message = new StackPane();
  private final StackPane rows = new StackPane();
  private final Label count = new Label();
  private final HBox partly = new HBox();
  private final ObjectProperty<Runnable> onOpen = new SimpleObjectProperty<>(() -> {});
  private final ObjectProperty<Runnable> onPick = new SimpleObjectProperty<>(() -> {});

  /**
   * @param works which of the rows work
   * @param sources names of the marketplaces, for the filter; one alone needs none
   */
  public DiscoverView(DiscoverModel model, WorksModel works, List<String> sources) {
    this.model = model;
    this.works = works;
    getStyleClass().add("discover");
    getChildren().addAll(searchField(), chips(sources), summaryRow(), partlyBanner(), results());
    VBox.setVgrow(getChildren().getLast(), Priority.ALWAYS);
    model.stateProperty().subscribe(this::showState);
    model.summaryProperty().subscribe(this::showSummary);
    works.filterProperty().subscribe((before, now) -> showFiltered());
    works.openProperty().subscribe((before, now) -> showFiltered());
    works.shown().addListener((ListChangeListener<Listing>) change -> showFiltered());
    works
        .answers()
        .addListener((MapChangeListener<Namespace, WorksModel.Answer>) _ -> list.refresh());
  }

  /** The rows that fit, or why there are none. */
  private void showFiltered() {
    showSummary(model.summaryProperty().get());
    if (model.stateProperty().get() != State.RESULTS) {
      return;
    }
    boolean none = works.shown().isEmpty() && works.filterProperty().get() != Filter.ALL;
    list.setVisible(!none);
    message.getChildren().clear();
    message.setVisible(none);
    if (none) {
      message.getChildren().add(WorksChip.noRows(works));
    }
  }

  /** What Enter on the selected row does: on to its page. */
  public ObjectProperty<Runnable> onOpenProperty() {
    return onOpen;
  }

  /** What a click on a row does, after it has been selected; the keys stay in the list. */
  public ObjectProperty<Runnable> onPickProperty() {
    return onPick;
  }

  /** The search field, for focus. */
  public TextField searchNode() {
    return search;
  }

  /** The list of rows, for focus. */
  public ListView<Listing> listNode() {
    return list;
  }

  private Node searchField() {
    search.setId("search");
    search.setPromptText(WORDS.text("search.prompt"));
    search.setAccessibleText(WORDS.text("search.accessible"));
    search.textProperty().bindBidirectional(model.queryProperty());
    search.getStyleClass().add("search-field");
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    Node glass = Icon.SEARCH.node("search-glass");
    Label shortcut = new Label(WORDS.text("search.shortcut"));
    shortcut.getStyleClass().add("key-cap");
    shortcut.visibleProperty().bind(search.textProperty().isEmpty());
    Button clear = new Button(null, Icon.CLOSE.node());
    clear.getStyleClass().addAll("quiet", "search-clear");
    clear.setAccessibleText(WORDS.text("search.clear"));
    clear.visibleProperty().bind(search.textProperty().isNotEmpty());
    clear.setOnAction(
        event -> {
          search.clear();
          search.requestFocus();
        });
    StackPane field = new StackPane(search, glass, shortcut, clear);
    StackPane.setAlignment(glass, Pos.CENTER_LEFT);
    StackPane.setAlignment(shortcut, Pos.CENTER_RIGHT);
    StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
    field.getStyleClass().add("search");
    glass.setMouseTransparent(true);
    shortcut.setMouseTransparent(true);
    return field;
  }

  private void searchKey(KeyEvent event) {
    int size = list.getItems().size();
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.DOWN && size > 0) {
      select(Math.min(size - 1, at + 1));
      event.consume();
    } else if (event.getCode() == KeyCode.UP && size > 0) {
      select(Math.max(0, at - 1));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && at >= 0) {
      onOpen.get().run();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    }
  }

  private void select(int index) {
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - 1));
  }

  private Node chips(List<String> sources) {
    FlowPane chips = new FlowPane(8, 8);
    chips.getStyleClass().add("chips");
    chips.getChildren().add(new WorksChip(works));
    if (sources.size() > 1) {
      addSourceChips(chips, sources);
    }
    return chips;
  }

  private void addSourceChips(FlowPane chips, List<String> sources) {
    ToggleGroup group = new ToggleGroup();
    List<String> choices = new ArrayList<>();
    choices.add(null);
    choices.addAll(sources);
    for (String source : choices) {
      ToggleButton chip = new ToggleButton(source == null ? WORDS.text("source.all") : source);
      chip.getStyleClass().setAll("chip");
      chip.setToggleGroup(group);
      model.sourceProperty().subscribe(now -> chip.setSelected(Objects.equals(now, source)));
      chip.setOnAction(
          event -> {
            chip.setSelected(true);
            model.sourceProperty().set(source);
          });
      chips.getChildren().add(chip);
    }
  }

  private Node summaryRow() {
    count.getStyleClass().addAll("soft", "small");
    MenuButton sort = new MenuButton();
    sort.setId("sort");
    sort.getStyleClass().add("quiet");
    sort.setPopupSide(Side.BOTTOM);
    ToggleGroup group = new ToggleGroup();
    for (Sort choice : Sort.values()) {
      RadioMenuItem item = new RadioMenuItem(WORDS.text("sort." + choice.name().toLowerCase()));
      item.setToggleGroup(group);
      item.setSelected(choice == model.sortProperty().get());
      item.setOnAction(event -> model.sortProperty().set(choice));
      sort.getItems().add(item);
    }
    model
        .sortProperty()
        .subscribe(
            now -> {
              String word = WORDS.text("sort." + now.name().toLowerCase());
              sort.setText(word);
              sort.setAccessibleText(WORDS.text("sort.accessible", word));
            });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, count, space, sort);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("summary");
    return row;
  }

  private Node partlyBanner() {
    partly.getStyleClass().addAll("banner", "warn", "partly");
    partly.setVisible(false);
    partly.managedProperty().bind(partly.visibleProperty());
    return partly;
  }

  private Node results() {
    list.setId("results");
    list.setItems(works.shown());
    list.setCellFactory(view -> new ListingCell(works.answers()));
    list.accessibleTextProperty()
        .bind(
            Bindings.size(works.shown())
                .map(size -> WORDS.text("list.accessible", size, Figures.exact(size.intValue()))));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            now -> {
              if (now != null) {
                model.selectedProperty().set(now);
              }
            });
    model.selectedProperty().subscribe(now -> list.getSelectionModel().select(now));
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            onOpen.get().run();
            event.consume();
          } else if (event.getCode() == KeyCode.UP
              && list.getSelectionModel().getSelectedIndex() <= 0) {
            search.requestFocus();
            event.consume();
          }
        });
    list.setOnMouseClicked(event -> onPick.get().run());
    list.skinProperty().subscribe(skin -> watchScrolling());
    for (int row = 0; row < SKELETON_ROWS; row++) {
      skeleton.getChildren().add(skeletonRow(row));
    }
    skeleton.getStyleClass().add("skeleton-list");
    skeleton.setAccessibleText(WORDS.text("list.loading"));
    skeleton.setMouseTransparent(true);
    skeleton.setMinHeight(0);
    rows.setMinHeight(0);
    rows.setMinWidth(0);
    return rows;
  }

  /**
   * Puts the rows in, and what stands there while they are waited for, if they are not in: a window
   * is there sooner without them.
   */
  public void furnish() {
    if (rows.getChildren().isEmpty()) {
      rows.getChildren().addAll(list, skeleton, message);
    }
  }

  private void watchScrolling() {
    for (Node node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar
          && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL) {
        bar.valueProperty()
            .subscribe(
                value -> {
                  if (value.doubleValue() > 0.75) {
                    model.loadMore();
                  }
                });
      }
    }
  }

  private static Node skeletonRow(int row) {
    Region tile = bone(36, 36);
    tile.setMinWidth(36);
    VBox words = new VBox(8, bone(150 + row * 23 % 60, 14), bone(110, 11), bone(270, 11));
    HBox box = new HBox(12, tile, words);
    box.getStyleClass().add("skeleton-row");
    box.setOpacity(1 - row * 0.14);
    return box;
  }

  private static Region bone(double width, double height) {
    Region bone = new Region();
    bone.getStyleClass().add("skeleton");
    bone.setMinSize(0, height);
    bone.setPrefWidth(width);
    bone.setMaxSize(width, height);
    return bone;
  }

  private void showState(State state) {
    list.setVisible(state == State.RESULTS && !works.shown().isEmpty());
    skeleton.setVisible(state == State.LOADING);
    message.setVisible(state == State.NONE || state == State.FAILED);
    message.getChildren().clear();
    if (state == State.NONE) {
      message.getChildren().add(nothingFits());
    } else if (state == State.FAILED) {
      message.getChildren().add(failed(model.problemProperty().get()));
    } else if (state == State.RESULTS) {
      showFiltered();
    }
  }

  private Node nothingFits() {
    String asked = model.queryProperty().get().strip();
    Button clear = new Button(WORDS.text("none.clear"));
    clear.setOnAction(
        event -> {
          search.clear();
          search.requestFocus();
        });
    return new Placeholder(
        Icon.EMPTY,
        asked.isEmpty() ? WORDS.text("none.title-empty") : WORDS.text("none.title", asked),
        WORDS.text("none.words"),
        asked.isEmpty() ? List.of() : List.of(clear));
  }

  private Node failed(Problem problem) {
    Button retry = new Button(WORDS.text("failed.retry"), Icon.RETRY.node());
    retry.setOnAction(event -> model.refresh());
    Icon icon = problem.kind() == ProblemKind.NETWORK ? Icon.OFFLINE : Icon.WARN;
    return Placeholder.of(icon, problem, List.of(retry));
  }

  private void showSummary(Summary summary) {
    String where =
        model.sourceProperty().get() == null
            ? WORDS.text("source.all-in-sentence")
            : model.sourceProperty().get();
    if (model.rows().isEmpty()) {
      count.setText("");
    } else if (works.filterProperty().get() != Filter.ALL) {
      count.setText(WorksChip.count(works));
    } else if (summary.waiting()) {
      count.setText(WORDS.text("count-so-far", summary.total(), Figures.exact(summary.total())));
    } else {
      count.setText(
          WORDS.text(
              "count",
              summary.total(),
              Figures.exact(summary.total()),
              where,
              Figures.exact(summary.millis())));
    }
    List<CatalogPage.SourceFailure> failures = summary.failures();
    partly.setVisible(!failures.isEmpty() && !model.rows().isEmpty());
    if (partly.isVisible()) {
      String names =
          failures.stream()
              .map(CatalogPage.SourceFailure::source)
              .collect(Collectors.joining(", "));
      Label words = new Label(WORDS.text("partly", names));
      words.setWrapText(true);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setMaxWidth(Double.MAX_VALUE);
      Button retry = new Button(null, Icon.RETRY.node("warn"));
      retry.getStyleClass().add("quiet");
      retry.setAccessibleText(WORDS.text("failed.retry"));
      retry.setOnAction(event -> model.refresh());
      partly.getChildren().setAll(Icon.OFFLINE.node("warn"), words, retry);
    }
  }
}

package app.satchel.ui;

import app.satchel.assembly.WindowMemory;
import app.satchel.marketplace.Listing;
import app.satchel.opening.Opening;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.ui.Rail.Place;
import app.satchel.ui.discover.DiscoverModel;
import app.satchel.ui.discover.DiscoverView;
import app.satchel.ui.discover.WorksModel;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Fonts;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.skill.PageHeader.WizardStart;
import app.satchel.ui.skill.SkillPageModel;
import app.satchel.ui.skill.SkillPageView;
import app.satchel.ui.update.UpdateBanner;
import app.satchel.ui.update.UpdateModel;
import app.satchel.words.Words;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window: the side bar, the place that is shown, and a layer above for the wizard. */
public final class SatchelWindow {
  private static final Words WORDS = Words.of(SatchelWindow.class);

  /** Rest after the selection moved before the page follows: arrows walk without loading. */
  private static final Duration PAGE_REST = Duration.ofMillis(90);

  /** Its size until a person changes it. */
  private static final double WIDTH = 1280;

  private static final double HEIGHT = 820;

  /** The window is up and the first list is there before anything else is asked. */
  private static final Duration UPDATES_REST = Duration.ofSeconds(4);

  /** As in {@code icons}; the system takes the one that fits. */
  private static final int[] ICONS = {16, 24, 32, 48, 64, 128, 256, 512};

  /** Below this width of the window the side bar shows icons alone: list and page need the room. */
  private static final double RAIL_GIVES_WAY = 1080;

  private final WindowServices services;
  private final Background background;
  private final DiscoverModel discover;
  private final WorksModel works;
  private final SkillPageModel page;
  private final StackPane content = new StackPane();
  private final StackPane layer = new StackPane();
  private final BorderPane column = new BorderPane(content);
  private final HBox main = new HBox();
  private final WindowFrame frame;
  private final Theme theme;
  private final Rail rail;
  private final DoubleProperty listWidth = new SimpleDoubleProperty(DiscoverScreen.LIST);
  private final WindowKeeper keeper;
  private final DropZone dropZone;
  private final Map<Place, Region> screens = new EnumMap<>(Place.class);

  private List<String> sources = List.of();
  private boolean told;
  private DiscoverView discoverView;
  private DiscoverScreen discoverScreen;
  private Scene scene;
  private SkillPageView pageView;
  private OpenedPlace opened;
  private WindowFront front;
  private Cancellation pageRest = Cancellation.none();
  private Cancellation lookup = Cancellation.none();

  /** Builds the window without a scene, on any thread. */
  public SatchelWindow(WindowServices services, Background background, Theme.Choice themeChoice) {
    this.services = services;
    this.background = background;
    Fonts.load();
    frame = new WindowFrame(main, layer, services::desktop, services::logs);
    dropZone = new DropZone(frame, () -> !layer.isVisible(), this::openAll);
    frame.getChildren().add(dropZone);
    WindowMemory before = services.window();
    if (before != null && before.list() > 0) {
      listWidth.set(before.list());
    }
    keeper = new WindowKeeper(background, listWidth, services::keepWindow);
    discover = new DiscoverModel(services::search, background);
    works = new WorksModel(discover, services::works, background);
    page = new SkillPageModel(services.page(), background);
    // From here on the toolkit has to be up; what needs only its classes is made while it starts.
    theme = new Theme(themeChoice);
    theme.lessMotionProperty().set(services.lessMotion());
    rail = new Rail(theme, this::go);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMinWidth(0);
    content.setMinSize(0, 0);
    main.getStyleClass().add("shell");
    main.getChildren().addAll(rail, column);
    layer.setVisible(false);
    layer.setId("layer");
    buildDiscover();
    connect();
    go(Place.DISCOVER);
  }

  private SkillPageView pageView(SkillPageModel model) {
    return new SkillPageView(
        model,
        new PageActions(model),
        services.desktop(),
        (openFile, find) ->
            new NativeDocument(
                openFile, services::browse, services.pictures(model.listingProperty()::get), find));
  }

  /**
   * Puts the window on a stage and shows it. The first frame holds the side bar and an empty list;
   * skills are asked for, and the page is built, once that is on its way to the screen.
   */
  public void show(Stage stage) {
    front = new WindowFront(stage);
    stage.setTitle(WORDS.text("app.name"));
    for (int size : ICONS) {
      java.io.InputStream icon =
          SatchelWindow.class.getResourceAsStream("/app/satchel/ui/icons/satchel-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
    stage.setMinWidth(WindowPlace.MIN_WIDTH);
    stage.setMinHeight(WindowPlace.MIN_HEIGHT);
    stage.setScene(scene());
    keeper.place(stage, services.window());
    Painted.then(scene, this::begin);
    stage.show();
    keeper.watch(stage);
    if (services.looksForUpdates()) {
      background.later(UPDATES_REST, Cancellation.none(), () -> tellOfUpdates().lookIfDue());
    }
    discoverView.searchNode().requestFocus();
  }

  /** Runs something when the first skills can be seen. */
  void whenUsable(Runnable action) {
    AtomicBoolean told = new AtomicBoolean();
    discover
        .stateProperty()
        .subscribe(
            now -> {
              if (now == DiscoverModel.State.RESULTS && told.compareAndSet(false, true)) {
                Painted.then(scene(), action);
              }
            });
  }

  private void begin() {
    discover.refresh();
    background.run(
        Cancellation.none(),
        () -> {
          services.warmUp();
          return true;
        },
        warm -> {},
        // Whoever needs it will find out, and say so.
        problem -> {});
  }

  /** The page, built when it is first needed. */
  private SkillPageView pageView() {
    if (pageView == null) {
      pageView = pageView(page);
      discoverScreen.page(pageView);
    }
    return pageView;
  }

  /** Puts the banner above the places as soon as there is something to tell. */
  private UpdateModel tellOfUpdates() {
    UpdateModel updates = services.updates();
    if (!told) {
      told = true;
      updates
          .offerProperty()
          .subscribe(
              offer -> {
                if (offer != null && column.getTop() == null) {
                  column.setTop(new UpdateBanner(updates, services.desktop()));
                }
              });
    }
    return updates;
  }

  /**
   * Opens what a start of Satchel asked for, and comes to the front.
   *
   * @param words as {@link Opening#absolute} gives them; none to come to the front alone
   */
  void open(List<String> words) {
    front.come();
    openAll(words.stream().map(Opening::of).toList());
  }

  private void openAll(List<Opening> openings) {
    if (openings.isEmpty()) {
      return;
    }
    if (opened == null) {
      opened = new OpenedPlace(services, background, this::pageView, this::openedChanged);
    }
    opened.open(openings);
    go(Place.OPENED);
  }

  private void openedChanged(boolean filled) {
    rail.showOpened(filled);
    if (!filled && content.getChildren().contains(opened.view())) {
      go(Place.DISCOVER);
    }
  }

  /**
   * What is to be remembered of the window before the program ends, and is not yet; call on the UI
   * thread, run what it answers on another.
   */
  Runnable lastWords() {
    WindowMemory memory = keeper.unkept();
    return memory == null ? () -> {} : () -> services.keepWindow(memory);
  }

  /** What lies around and above the places. */
  WindowFrame frame() {
    return frame;
  }

  /** The scene, made and dressed when it is first asked for; call on the UI thread. */
  public Scene scene() {
    if (scene == null) {
      scene = new Scene(frame, WIDTH, HEIGHT);
      theme.dress(scene);
      connectKeys();
    }
    return scene;
  }

  public Theme theme() {
    return theme;
  }

  /** Looks for something in Discover. */
  public void search(String words) {
    go(Place.DISCOVER);
    discover.queryProperty().set(words);
    discoverView.searchNode().requestFocus();
  }

  /** The list with a choice for each marketplace; anew when they have changed. */
  private void buildDiscover() {
    sources = services.sources();
    discoverView = new DiscoverView(discover, works, sources);
    discoverView.onOpenProperty().set(this::openSelected);
    discoverView.onPickProperty().set(this::readSelected);
    discoverScreen = new DiscoverScreen(discoverView, listWidth);
    if (pageView != null) {
      discoverScreen.page(pageView);
    }
    discoverScreen.narrow(isNarrow());
    screens.put(Place.DISCOVER, discoverScreen);
  }

  private boolean isNarrow() {
    return main.getWidth() > 0 && main.getWidth() < DiscoverScreen.NARROW;
  }

  private void connect() {
    discover.selectedProperty().subscribe(this::follow);
    page.needs().chosenProperty().subscribe((before, now) -> works.forget());
    theme.choiceProperty().subscribe((before, now) -> keepTheme(now));
    ObservableValue<Number> width = main.widthProperty();
    width.subscribe(
        now -> {
          discoverScreen.narrow(isNarrow());
          rail.compact(main.getWidth() > 0 && main.getWidth() < RAIL_GIVES_WAY);
        });
  }

  private void connectKeys() {
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typedAnywhere);
    shortcut(KeyCode.K, () -> search(discover.queryProperty().get()));
    shortcut(KeyCode.F, this::find);
    shortcut(KeyCode.G, () -> onPage(one -> one.findNext(true)));
    keys(new KeyCodeCombination(KeyCode.F3), () -> onPage(one -> one.findNext(true)));
    for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
      shortcut(plus, () -> onPage(SkillPageView::larger));
    }
    for (KeyCode minus : List.of(KeyCode.MINUS, KeyCode.SUBTRACT)) {
      shortcut(minus, () -> onPage(SkillPageView::smaller));
    }
    for (KeyCode zero : List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0)) {
      shortcut(zero, () -> onPage(SkillPageView::normalSize));
    }
    shortcut(KeyCode.DIGIT1, () -> go(Place.DISCOVER));
    shortcut(KeyCode.DIGIT2, () -> go(Place.LIBRARY));
    shortcut(KeyCode.DIGIT3, () -> go(Place.SOURCES));
    shortcut(KeyCode.COMMA, () -> go(Place.SETTINGS));
  }

  /** Finds words on the page where one can be read, and skills where none is. */
  private void find() {
    if (shownPage() != null) {
      shownPage().find();
    } else {
      search(discover.queryProperty().get());
    }
  }

  /** The page that can be read now; null when there is none. */
  private SkillPageView shownPage() {
    SkillPageView shown = content.getChildren().contains(discoverScreen) ? pageView : null;
    if (opened != null && content.getChildren().contains(opened.view())) {
      shown = opened.view().pageNode();
    }
    return shown != null && shown.getScene() != null && shown.isReadable() ? shown : null;
  }

  private void onPage(Consumer<SkillPageView> action) {
    if (shownPage() != null) {
      action.accept(shownPage());
    }
  }

  private void shortcut(KeyCode key, Runnable action) {
    keys(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
  }

  /** Keys of the window; what lies over it has its own. */
  private void keys(KeyCombination combination, Runnable action) {
    scene
        .getAccelerators()
        .put(
            combination,
            () -> {
              if (!layer.isVisible()) {
                action.run();
              }
            });
  }

  private void keepTheme(Theme.Choice choice) {
    background.run(
        Cancellation.none(),
        () -> {
          services.keepTheme(choice);
          return choice;
        },
        kept -> {},
        // It is worn all the same; the settings say when a choice cannot be kept.
        problem -> {});
  }

  private void follow(Listing listing) {
    if (listing != null && pageView == null) {
      // The rows come first: a page takes ten times as long to build.
      Painted.then(scene, this::pageView);
    }
    pageRest.cancel();
    Cancellation mine = new Cancellation();
    pageRest = mine;
    if (listing == null || page.listingProperty().get() == null) {
      page.show(listing);
    } else {
      background.later(PAGE_REST, mine, () -> page.show(listing));
    }
  }

  private void openSelected() {
    if (discover.selectedProperty().get() != null) {
      readSelected();
      pageView().addNode().requestFocus();
    }
  }

  private void readSelected() {
    Listing listing = discover.selectedProperty().get();
    if (listing != null) {
      pageRest.cancel();
      page.show(listing);
      discoverScreen.read();
    }
  }

  /** Typing where nothing takes text searches, as long as Discover is shown. */
  private void typedAnywhere(KeyEvent event) {
    String typed = event.getCharacter();
    boolean text =
        !typed.isEmpty()
            && !Character.isISOControl(typed.codePointAt(0))
            && !typed.isBlank()
            && !event.isShortcutDown()
            && !event.isAltDown();
    if (text
        && !layer.isVisible()
        && content.getChildren().contains(discoverScreen)
        && !(scene.getFocusOwner() instanceof TextInputControl)) {
      discoverView.searchNode().requestFocus();
      discoverView.searchNode().appendText(typed);
      event.consume();
    }
  }

  private void go(Place place) {
    if (place == Place.DISCOVER && !services.sources().equals(sources)) {
      buildDiscover();
      discover.sourceProperty().set(null);
      discover.refresh();
    }
    Region screen =
        screens.computeIfAbsent(
            place,
            wanted ->
                switch (wanted) {
                  case DISCOVER -> discoverScreen;
                  case LIBRARY -> services.library(() -> go(Place.DISCOVER));
                  case SOURCES -> services.sourcesScreen();
                  case OPENED -> opened.view();
                  case SETTINGS -> {
                    tellOfUpdates();
                    yield services.settings(theme);
                  }
                });
    // What others changed meanwhile (an install, a new source) shows at the next visit.
    if (place != Place.DISCOVER) {
      screens.remove(place);
    }
    rail.select(place);
    content.getChildren().setAll(screen);
  }

  private void openNamespace(Namespace namespace) {
    lookup.cancel();
    Cancellation mine = new Cancellation();
    lookup = mine;
    background.run(
        mine,
        () -> services.find(namespace, mine),
        (Optional<Listing> found) ->
            found.ifPresentOrElse(
                listing -> {
                  go(Place.DISCOVER);
                  page.show(listing);
                  discoverScreen.read();
                },
                () -> search(namespace.skill())),
        problem -> search(namespace.skill()));
  }

  private void startWizard(Listing listing, WizardStart start) {
    if (listing == null || layer.isVisible()) {
      return;
    }
    Node before = scene.getFocusOwner();
    layer.setVisible(true);
    main.setDisable(true);
    services.deliver(
        layer,
        listing,
        start,
        () -> {
          layer.getChildren().clear();
          layer.setVisible(false);
          main.setDisable(false);
          if (before != null) {
            before.requestFocus();
          }
        });
  }

  private final class PageActions implements SkillPageView.Actions {
    private final SkillPageModel model;

    PageActions(SkillPageModel model) {
      this.model = model;
    }

    @Override
    public void deliver(WizardStart start) {
      startWizard(model.listingProperty().get(), start);
    }

    @Override
    public void open(Namespace namespace) {
      openNamespace(namespace);
    }

    @Override
    public void browse(URI address) {
      services.browse(address);
    }

    @Override
    public void search(String words) {
      SatchelWindow.this.search(words);
    }
  }
}

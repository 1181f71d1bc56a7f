package app.satchel.ui;

import app.satchel.assembly.WindowMemory;
import app.satchel.marketplace.Listing;
import app.satchel.opening.Opening;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.ui.Rail.Place;
import app.satchel.ui.discover.DiscoverModel;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.skill.PageHeader.WizardStart;
import app.satchel.ui.skill.SkillPageModel;
import app.satchel.ui.skill.SkillPageView;
import app.satchel.ui.update.UpdateBanner;
import app.satchel.ui.update.UpdateModel;
import app.satchel.words.Words;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window: the side bar, the place that is shown, and a layer above for the wizard. */
public final class SatchelWindow {
  private static final Words WORDS = Words.of(SatchelWindow.class);

  /** Its size until a person changes it. */
  private static final double WIDTH = 1280;

  private static final double HEIGHT = 820;

  /** The window is up and the first list is there before anything else is asked. */
  private static final Duration UPDATES_REST = Duration.ofSeconds(4);

  /** As in {@code icons}; the system takes the one that fits. */
  private static final int[] FIRST_ICONS = {16, 24, 32, 48, 64};

  /** Large ones take megabytes to unpack: only when the window can be seen. */
  private static final int[] MORE_ICONS = {128, 256, 512};

  /** Below this width of the window the side bar shows icons alone: list and page need the room. */
  private static final double RAIL_GIVES_WAY = 1080;

  private final WindowServices services;
  private final Background background;
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
  private final DiscoverPlace discover;

  private boolean told;
  private Scene scene;
  private OpenedPlace opened;
  private WindowFront front;
  private Cancellation lookup = Cancellation.none();

  /** Builds the window without a scene, on any thread; its fonts have to be loaded. */
  public SatchelWindow(WindowServices services, Background background, Theme.Choice themeChoice) {
    this.services = services;
    this.background = background;
    frame = new WindowFrame(main, layer, services::desktop, services::logs);
    dropZone = new DropZone(frame, () -> !layer.isVisible(), this::openAll);
    frame.getChildren().add(dropZone);
    WindowMemory before = services.window();
    if (before != null && before.list() > 0) {
      listWidth.set(before.list());
    }
    keeper = new WindowKeeper(background, listWidth, services::keepWindow);
    discover =
        new DiscoverPlace(
            services, background, main, listWidth, this::pageView, () -> go(Place.LIBRARY));
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
    discover.build();
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
    stage.getIcons().addAll(icons(FIRST_ICONS));
    stage.setMinWidth(WindowPlace.MIN_WIDTH);
    stage.setMinHeight(WindowPlace.MIN_HEIGHT);
    stage.setScene(scene());
    keeper.place(stage, services.window());
    Painted.then(scene, () -> begin(stage));
    stage.show();
    keeper.watch(stage);
    if (services.looksForUpdates()) {
      background.later(UPDATES_REST, Cancellation.none(), () -> tellOfUpdates().lookIfDue());
    }
    discover.searchNode().requestFocus();
  }

  /** Reads icons; any thread. */
  private static List<Image> icons(int... sizes) {
    return IntStream.of(sizes)
        .mapToObj(size -> SatchelWindow.class.getResource("icons/satchel-" + size + ".png"))
        .filter(Objects::nonNull)
        .map(icon -> new Image(icon.toExternalForm()))
        .toList();
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

  private void begin(Stage stage) {
    discover.refresh();
    background.run(
        Cancellation.none(),
        () -> icons(MORE_ICONS),
        stage.getIcons()::addAll,
        // The small ones are there.
        problem -> {});
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
      new WindowKeys(scene, () -> !layer.isVisible(), discover, this::shownPage, this::go)
          .connect();
    }
    return scene;
  }

  public Theme theme() {
    return theme;
  }

  /** Looks for something in Discover. */
  public void search(String words) {
    go(Place.DISCOVER);
    discover.search(words);
  }

  private void connect() {
    theme.choiceProperty().subscribe((before, now) -> keepTheme(now));
    main.widthProperty()
        .subscribe(now -> rail.compact(main.getWidth() > 0 && main.getWidth() < RAIL_GIVES_WAY));
  }

  /** The page that can be read now; null when there is none. */
  private SkillPageView shownPage() {
    SkillPageView shown = discover.isShown() ? discover.builtPage() : null;
    if (opened != null && content.getChildren().contains(opened.view())) {
      shown = opened.view().pageNode();
    }
    return shown != null && shown.getScene() != null && shown.isReadable() ? shown : null;
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

  private void go(Place place) {
    if (place == Place.DISCOVER) {
      discover.visit();
    }
    // Library, sources and settings are made anew: what others changed meanwhile (an install, a new
    // source) shows at the next visit.
    Region screen =
        switch (place) {
          case DISCOVER -> discover.screen();
          case LIBRARY -> services.library(() -> go(Place.DISCOVER));
          case SOURCES -> services.sourcesScreen();
          case OPENED -> opened.view();
          case SETTINGS -> {
            tellOfUpdates();
            yield services.settings(theme);
          }
        };
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
                  discover.read(listing);
                },
                () -> search(namespace.skill())),
        problem -> search(namespace.skill()));
  }

  private void startWizard(SkillPageModel page, WizardStart start) {
    Listing listing = page.listingProperty().get();
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
        page.tried(),
        agreed -> page.agreed(listing, agreed),
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
      startWizard(model, start);
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

package app.satchel.ui;

import app.satchel.marketplace.EmbeddedMarketplace;
import app.satchel.marketplace.Listing;
import app.satchel.task.Cancellation;
import app.satchel.ui.discover.DiscoverModel;
import app.satchel.ui.discover.DiscoverView;
import app.satchel.ui.discover.Meanwhile;
import app.satchel.ui.discover.WorksModel;
import app.satchel.ui.kit.Background;
import app.satchel.ui.skill.SkillPageModel;
import app.satchel.ui.skill.SkillPageView;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** The place where skills are found: the list, and beside it a page that follows the selection. */
final class DiscoverPlace {
  /** Rest after the selection moved before the page follows: arrows walk without loading. */
  private static final Duration PAGE_REST = Duration.ofMillis(90);

  private final WindowServices services;
  private final Background background;
  private final Region window;
  private final DoubleProperty listWidth;
  private final Function<SkillPageModel, SkillPageView> pages;
  private final Runnable library;
  private final DiscoverModel discover;
  private final WorksModel works;
  private final SkillPageModel page;

  private List<String> sources = List.of();
  private DiscoverView discoverView;
  private DiscoverScreen discoverScreen;
  private SkillPageView pageView;
  private Cancellation pageRest = Cancellation.none();

  /**
   * Makes what needs only the toolkit's classes, on any thread.
   *
   * @param window what fills the window: how wide it is says whether list and page have room
   * @param listWidth how wide the list is to be, where there is room
   * @param pages makes the view of a page
   * @param library goes to the Library
   */
  DiscoverPlace(
      WindowServices services,
      Background background,
      Region window,
      DoubleProperty listWidth,
      Function<SkillPageModel, SkillPageView> pages,
      Runnable library) {
    this.services = services;
    this.background = background;
    this.window = window;
    this.listWidth = listWidth;
    this.pages = pages;
    this.library = library;
    discover = new DiscoverModel(services::search, background);
    works = new WorksModel(discover, services::works, background);
    page = new SkillPageModel(services.page(), background);
  }

  /** Builds the list and has the page follow it. Rows have their place when they are asked for. */
  void build() {
    buildScreen();
    discover.selectedProperty().subscribe(this::follow);
    discover.stateProperty().subscribe((before, now) -> instead());
    page.listingProperty().subscribe((before, now) -> instead());
    page.needs().chosenProperty().subscribe((before, now) -> works.forget());
    window.widthProperty().subscribe(now -> discoverScreen.narrow(isNarrow()));
  }

  /** The list with a choice for each marketplace; anew when they have changed. */
  private void buildScreen() {
    sources = services.sources();
    discoverView = new DiscoverView(discover, works, sources);
    discoverView.onOpenProperty().set(this::openSelected);
    discoverView.onPickProperty().set(this::readSelected);
    discoverScreen = new DiscoverScreen(discoverView, listWidth);
    if (pageView != null) {
      discoverScreen.page(pageView);
    }
    discoverScreen.narrow(isNarrow());
  }

  /** Where there is nothing to choose and nothing is read, what can be done all the same. */
  private void instead() {
    boolean reading = page.listingProperty().get() != null;
    discoverScreen.instead(
        switch (discover.stateProperty().get()) {
          case FAILED -> reading ? null : Meanwhile.of(samples(), library);
          case NONE -> reading ? null : Meanwhile.none();
          case LOADING, RESULTS -> null;
        });
  }

  /** Asks the skills that Satchel brings along alone; null when that would be nothing new. */
  private Runnable samples() {
    String name = EmbeddedMarketplace.NAME;
    boolean there = sources.contains(name) && !name.equals(discover.sourceProperty().get());
    return there ? () -> discover.sourceProperty().set(name) : null;
  }

  private boolean isNarrow() {
    return window.getWidth() > 0 && window.getWidth() < DiscoverScreen.NARROW;
  }

  /** Looks whether there are other marketplaces now; call before the place is shown. */
  void visit() {
    if (!services.sources().equals(sources)) {
      buildScreen();
      discover.sourceProperty().set(null);
      refresh();
    }
  }

  /** What shows the place; another one when {@link #visit} found other marketplaces. */
  Region screen() {
    return discoverScreen;
  }

  boolean isShown() {
    return discoverScreen.getParent() != null;
  }

  ReadOnlyObjectProperty<DiscoverModel.State> stateProperty() {
    return discover.stateProperty();
  }

  /** Asks for skills, and makes room for them. */
  void refresh() {
    discoverView.furnish();
    discover.refresh();
  }

  /** The words that are looked for. */
  String query() {
    return discover.queryProperty().get();
  }

  /** Looks for something; the place has to be shown. */
  void search(String words) {
    discover.queryProperty().set(words);
    discoverView.searchNode().requestFocus();
  }

  /** Where the words are typed. */
  TextField searchNode() {
    return discoverView.searchNode();
  }

  /** The page as far as it is built; null before. */
  SkillPageView builtPage() {
    return pageView;
  }

  /** Shows the page of a skill, whatever is selected in the list. */
  void read(Listing listing) {
    pageRest.cancel();
    page.show(listing);
    discoverScreen.read();
  }

  /** The page, built when it is first needed. */
  private SkillPageView pageView() {
    if (pageView == null) {
      pageView = pages.apply(page);
      discoverScreen.page(pageView);
    }
    return pageView;
  }

  private void follow(Listing listing) {
    if (listing != null && pageView == null) {
      // The rows come first: a page takes ten times as long to build.
      Painted.then(window.getScene(), this::pageView);
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
      read(listing);
    }
  }
}

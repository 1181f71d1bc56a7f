package app.satchel.ui;

import app.satchel.assembly.WindowMemory;
import app.satchel.catalog.CatalogPage;
import app.satchel.check.upload.Change;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.SearchQuery;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.ui.discover.WorksModel;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.markdown.WebPictures;
import app.satchel.ui.opened.OpenedServices;
import app.satchel.ui.skill.PageHeader;
import app.satchel.ui.skill.PageServices;
import app.satchel.ui.update.UpdateModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the window asks of the rooms below it. */
public interface WindowServices {
  /**
   * Searches one marketplace, or all when {@code source} is null. Blocks.
   *
   * @param meanwhile given what is there so far while a marketplace is still silent
   */
  CatalogPage search(
      SearchQuery query, String source, Cancellation cancellation, Consumer<CatalogPage> meanwhile);

  /**
   * Finds out whether skills work where the person uses them. Blocks until all are answered.
   *
   * @param answer told each one's answer as soon as it is known, from any thread
   */
  void works(
      List<Listing> listings,
      Cancellation cancellation,
      BiConsumer<Listing, WorksModel.Answer> answer);

  /** Names of the marketplaces, in the order they are shown. */
  List<String> sources();

  /** A skill's listing; empty when no marketplace knows it. Blocks. */
  Optional<Listing> find(Namespace namespace, Cancellation cancellation);

  /** Makes ready what the first page will need. Blocks; may be left out. */
  void warmUp();

  /** What is asked for things that are opened with Satchel. */
  OpenedServices opened();

  /** What the page of a skill asks for. */
  PageServices page();

  /**
   * Starts the wizard for a skill in a layer over the window.
   *
   * @param tried the changes for claude.ai that the person has ticked already
   * @param agreed told at the end which changes for claude.ai the person agreed to, if any were
   *     answered
   * @param onClosed called once the wizard has gone
   */
  void deliver(
      StackPane layer,
      Listing listing,
      PageHeader.WizardStart start,
      Set<Change> tried,
      Consumer<Set<Change>> agreed,
      Runnable onClosed);

  /**
   * Makes the Library's screen.
   *
   * @param discover goes to Discover
   */
  Region library(Runnable discover);

  /** Makes the Sources' screen. */
  Region sourcesScreen();

  /** Makes the Settings' screen. */
  Region settings(Theme theme);

  /** Whether the person wants newer versions to be looked for. Answers at once. */
  boolean looksForUpdates();

  /** Newer versions of Satchel: one model for the window's life. Call on the UI thread. */
  UpdateModel updates();

  /** Keeps the choice of light or dark. Blocks. */
  void keepTheme(Theme.Choice choice);

  /** How the window was left, or null. Answers at once. */
  WindowMemory window();

  /** Remembers how the window is. Blocks. */
  void keepWindow(WindowMemory memory);

  /** Whether the person asked for less movement than the system does. Answers at once. */
  boolean lessMotion();

  /** Where the log and the details of mistakes lie. Answers at once. */
  Path logs();

  /** The clipboard, the file manager and the dialogs of the desktop around the window. */
  Desktop desktop();

  /**
   * Pictures of the web for the page of a skill.
   *
   * @param skill what the page shows, or null
   */
  WebPictures pictures(Supplier<Listing> skill);

  /** Opens an address in the browser. */
  void browse(URI address);
}

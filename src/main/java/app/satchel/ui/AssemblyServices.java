package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.assembly.SelfUpdates;
import app.satchel.assembly.WindowMemory;
import app.satchel.catalog.CatalogPage;
import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Inspector;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.dependency.DependencyResolver;
import app.satchel.check.dependency.KnownSkill;
import app.satchel.check.dependency.MarketplaceWorld;
import app.satchel.check.requirement.Host;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.review.ReviewReport;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.install.delivery.Target;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownReader;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.SearchQuery;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.ui.discover.WorksModel;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.library.LibraryModel;
import app.satchel.ui.library.LibraryView;
import app.satchel.ui.markdown.WebPictures;
import app.satchel.ui.opened.OpenedServices;
import app.satchel.ui.settings.PlacesModel;
import app.satchel.ui.settings.SettingsModel;
import app.satchel.ui.settings.SettingsView;
import app.satchel.ui.skill.PageHeader.WizardStart;
import app.satchel.ui.skill.PageServices;
import app.satchel.ui.skill.Reading;
import app.satchel.ui.sources.SourcesModel;
import app.satchel.ui.sources.SourcesView;
import app.satchel.ui.update.UpdateModel;
import app.satchel.ui.wizard.WizardModel;
import app.satchel.ui.wizard.WizardView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The window's services, from the rooms as they were put together. */
final class AssemblyServices implements WindowServices, PageServices {
  private final Assembly assembly;
  private final Background background;
  private final Desktop desktop;
  private final Supplier<SelfUpdates> selfUpdates;
  private final LocalPages locals;
  private final MarkdownReader reader = new MarkdownReader();

  /** Made when it is first asked for, which a start does not do. */
  private UpdateModel updates;

  AssemblyServices(Assembly assembly, Background background, Desktop desktop) {
    this(assembly, background, desktop, assembly::updates);
  }

  /**
   * @param selfUpdates newer versions of Satchel; asked for when they are needed
   */
  AssemblyServices(
      Assembly assembly,
      Background background,
      Desktop desktop,
      Supplier<SelfUpdates> selfUpdates) {
    this.assembly = assembly;
    this.selfUpdates = selfUpdates;
    this.background = background;
    this.desktop = desktop;
    this.locals = new LocalPages(assembly);
  }

  @Override
  public CatalogPage search(
      SearchQuery query,
      String source,
      Cancellation cancellation,
      Consumer<CatalogPage> meanwhile) {
    return assembly.catalog().search(query, source, cancellation, meanwhile);
  }

  @Override
  public void works(
      List<Listing> listings,
      Cancellation cancellation,
      BiConsumer<Listing, WorksModel.Answer> answer) {
    assembly
        .worksHere()
        .ask(
            listings,
            cancellation,
            (listing, known) ->
                answer.accept(
                    listing,
                    new WorksModel.Answer(
                        known.verdict(), known.missing(), known.asksForNothing())));
  }

  @Override
  public List<String> sources() {
    return assembly.marketplaceNames();
  }

  @Override
  public Optional<Listing> find(Namespace namespace, Cancellation cancellation) {
    return assembly.catalog().find(namespace, cancellation);
  }

  @Override
  public void warmUp() {
    reader.warmUp();
  }

  @Override
  public OpenedServices opened() {
    return new OpenedAdapter(assembly, locals);
  }

  @Override
  public PageServices page() {
    return this;
  }

  @Override
  public void deliver(
      StackPane layer,
      Listing listing,
      WizardStart start,
      Set<Change> tried,
      Consumer<Set<Change>> agreed,
      Runnable onClosed) {
    String preferred =
        switch (start) {
          case CLAUDE_AI -> WizardAdapter.CLAUDE_AI;
          case CLAUDE_CODE -> WizardAdapter.CLAUDE_CODE;
          case CHOOSE -> null;
        };
    WizardModel model =
        new WizardModel(
            new WizardAdapter(assembly, listing, locals.of(listing).orElse(null)),
            background,
            preferred,
            tried);
    WizardView.open(
        layer,
        model,
        desktop,
        () -> {
          model.plan().answers().ifPresent(agreed);
          onClosed.run();
        });
  }

  @Override
  public Region library(Runnable discover) {
    LibraryModel model = new LibraryModel(new LibraryAdapter(assembly), background);
    return new LibraryView(model, desktop, Clock.systemDefaultZone(), discover);
  }

  @Override
  public Region sourcesScreen() {
    return new SourcesView(new SourcesModel(new SourcesAdapter(assembly), background), desktop);
  }

  @Override
  public Region settings(Theme theme) {
    SettingsModel model =
        new SettingsModel(
            new SettingsAdapter(assembly),
            background,
            theme.choiceProperty(),
            theme.lessMotionProperty());
    return new SettingsView(
        model,
        new PlacesModel(new PlacesAdapter(assembly.state()), background),
        updates(),
        desktop);
  }

  @Override
  public boolean looksForUpdates() {
    return assembly.preferences().updates().daily();
  }

  @Override
  public UpdateModel updates() {
    if (updates == null) {
      updates = new UpdateModel(new UpdateAdapter(selfUpdates.get(), reader), background);
    }
    return updates;
  }

  @Override
  public void keepTheme(Theme.Choice choice) {
    assembly.preferences().setTheme(choice.name());
  }

  @Override
  public WindowMemory window() {
    return assembly.preferences().window().orElse(null);
  }

  @Override
  public void keepWindow(WindowMemory memory) {
    assembly.preferences().setWindow(memory);
  }

  @Override
  public boolean lessMotion() {
    return assembly.preferences().lessMotion();
  }

  @Override
  public Path logs() {
    return assembly.home().logs();
  }

  @Override
  public Desktop desktop() {
    return desktop;
  }

  @Override
  public WebPictures pictures(Supplier<Listing> skill) {
    // A skill of this computer may call itself anything, so no yes for another can hold for it.
    return new PagePictures(
        assembly.pictures(),
        background,
        () -> locals.of(skill.get()).isPresent() ? null : skill.get());
  }

  @Override
  public void browse(URI address) {
    desktop.open(address);
  }

  @Override
  public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
    Optional<LocalSkill> local = locals.of(listing);
    return local.isPresent()
        ? local.map(one -> one.skill().skillMd().bytes())
        : assembly.catalog().skillMd(listing, cancellation);
  }

  @Override
  public Optional<FetchedSkill> files(Listing listing, Cancellation cancellation) {
    Optional<LocalSkill> local = locals.of(listing);
    return local.isPresent()
        ? local.map(one -> new FetchedSkill(null, one.skill(), one.folder(), null))
        : assembly.supply().fetchUncounted(listing, cancellation);
  }

  @Override
  public MarkdownDocument markdown(String body) {
    return reader.read(body);
  }

  @Override
  public MarkdownDocument markdown(String body, String documentPath) {
    return reader.read(body, documentPath);
  }

  @Override
  public Optional<Path> openedFrom(Listing listing) {
    return locals.of(listing).map(LocalSkill::shown);
  }

  @Override
  public Optional<Path> local(Listing listing) {
    Optional<LocalSkill> local = locals.of(listing);
    if (local.isPresent()) {
      // What came out of an archive lies in a folder of ours, which is nowhere for good.
      return local.filter(one -> !one.archived()).map(LocalSkill::folder);
    }
    return new LocalFolders(assembly).of(listing);
  }

  @Override
  public Upload upload(SkillFolder skill) {
    Inspector inspector = assembly.inspector();
    return new Upload(
        inspector.upload(skill),
        inspector.repaired(skill, Repair.Level.SAFE),
        inspector.repaired(skill, Repair.Level.PROPOSALS),
        inspector.rules());
  }

  @Override
  public Offer offer(SkillFolder skill, Predicate<Change> accepted) {
    return assembly.inspector().offer(skill, accepted);
  }

  @Override
  public Answers requirements(
      SkillMd skillMd, String host, Cancellation cancellation, Consumer<Answers> sofar) {
    String asked = host == null ? assembly.host() : host;
    RequirementReport report =
        assembly
            .inspector(asked)
            .checkedRequirements(
                skillMd, cancellation, known -> sofar.accept(new Answers(asked, known)));
    return new Answers(asked, report);
  }

  /** This computer and claude.ai: of other sites nobody has described where they run skills. */
  @Override
  public List<HostChoice> hosts() {
    String site = assembly.rules().rules().forTarget(Target.CLAUDE_AI).targetName();
    return List.of(new HostChoice(Host.COMPUTER, ""), new HostChoice(Target.CLAUDE_AI, site));
  }

  @Override
  public void keepHost(String host) {
    assembly.preferences().setHost(host);
  }

  @Override
  public Reading reading() {
    return new Reading(assembly.preferences().zoom(), assembly.preferences().wrapCode());
  }

  @Override
  public void keepReading(Reading reading) {
    assembly.preferences().setReading(reading.zoom(), reading.wrapCode());
  }

  @Override
  public List<Dependency> dependencies(
      SkillMd skillMd, Listing listing, Cancellation cancellation) {
    Set<String> names = assembly.installedSkills().names();
    Predicate<String> installed = name -> names.contains(name.toLowerCase(Locale.ROOT));
    Optional<LocalSkill> local = locals.of(listing);
    if (local.isPresent()) {
      return locals.dependencies(local.get(), skillMd, installed, cancellation);
    }
    MarketplaceWorld world =
        new MarketplaceWorld(assembly.marketplaces(listing), installed, cancellation);
    return assembly
        .inspector()
        .dependencies(MarketplaceWorld.known(listing), skillMd, world, cancellation);
  }

  @Override
  public List<Dependent> neededBy(Listing listing) {
    return assembly.installedSkills().needing(listing.name()).stream()
        .map(one -> new Dependent(one.name(), one.agent()))
        .toList();
  }

  @Override
  public Optional<Namespace> successor(Listing gone, Cancellation cancellation) {
    MarketplaceWorld world =
        new MarketplaceWorld(assembly.marketplaces(), _ -> false, cancellation);
    return new DependencyResolver(world)
        .successor(MarketplaceWorld.known(gone), gone.description())
        .map(KnownSkill::namespace);
  }

  @Override
  public Review review(SkillFolder skill) {
    ReviewReport report = assembly.inspector().review(skill);
    return new Review(report.capabilities(), report.findings(), report.serious().size());
  }
}

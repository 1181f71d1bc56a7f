package app.satchel.assembly;

import app.satchel.archive.ZipLimits;
import app.satchel.catalog.Catalog;
import app.satchel.catalog.SkillFetcher;
import app.satchel.check.Inspector;
import app.satchel.check.requirement.Computer;
import app.satchel.check.requirement.Host;
import app.satchel.http.HttpAccess;
import app.satchel.http.HttpSettings;
import app.satchel.install.AgentInstaller;
import app.satchel.install.Agents;
import app.satchel.install.InstalledSkills;
import app.satchel.install.delivery.Delivery;
import app.satchel.install.delivery.DeliveryPlanner;
import app.satchel.install.delivery.Places;
import app.satchel.install.delivery.SkillSupply;
import app.satchel.install.delivery.Uploads;
import app.satchel.install.pack.Packager;
import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.Sources;
import app.satchel.problem.ProblemException;
import app.satchel.release.ReleaseKeys;
import app.satchel.state.Inventory;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.ApiKeys;
import app.satchel.workspace.SkillsApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one place where the rooms are put together, for the window and the command line alike. Each
 * service is made when it is first asked for, so that a command pays for what it uses. Thread-safe.
 */
public final class Assembly implements AutoCloseable {
  private final Home home;
  private final String version;
  private final Checks checks;
  private final Lazy<Packager> packager;
  private final Lazy<HttpAccess> http;
  private final Markets markets;
  private final Lazy<WorkFolder> downloads;
  private final Lazy<SkillFetcher> fetcher;
  private final Lazy<SkillSupply> supply;
  private final Lazy<Agents> agents;
  private final Lazy<AgentInstaller> installer;
  private final Lazy<Places> places;
  private final Uploads uploads;
  private final Lazy<DeliveryPlanner> planner;
  private final Lazy<Delivery> delivery;
  private final Lazy<Preferences> preferences;
  private final Lazy<SkillsApi> skillsApi;
  private final ApiKeys apiKeys;
  private final Map<String, String> environment;
  private final Lazy<LocalSkills> openedSkills;

  private Assembly(AssemblyOptions options) {
    version = Version.current();
    home = Home.of(options).settled();
    apiKeys = options.keys();
    environment = options.environment();
    checks = new Checks(options, home.uploadRules());
    packager = new Lazy<>(() -> new Packager(checks.upload()));
    http =
        new Lazy<>(
            () ->
                new HttpAccess(
                    HttpSettings.of(home.places().answers(), version)
                        .withOffline(options.offline())));
    markets = new Markets(options, home, version, http);
    openedSkills = new Lazy<>(this::localSkills);
    downloads = new Lazy<>(() -> new WorkFolder(home.work()));
    fetcher =
        new Lazy<>(
            () -> new SkillFetcher(downloads.get().fresh("downloads"), ZipLimits.standard()));
    preferences = new Lazy<>(() -> new Preferences(home.preferencesFile(version)));
    skillsApi =
        new Lazy<>(
            () ->
                new SkillsApi(
                    http.get(), SkillsApi.base(options.environment().get("ANTHROPIC_BASE_URL"))));
    supply =
        new Lazy<>(
            () ->
                new CatalogSupply(
                    markets.catalog(), fetcher, () -> preferences.get().countInstalls()));
    agents = new Lazy<>(() -> Agents.of(options.agentEnvironment()));
    installer = new Lazy<>(() -> new AgentInstaller(home.record(), Clock.systemUTC()));
    uploads = new Uploads(home.uploads(), Clock.systemUTC());
    places =
        new Lazy<>(
            () -> new Places(agents.get(), installer.get(), checks.upload(), skillsApi, uploads));
    planner =
        new Lazy<>(
            () ->
                new DeliveryPlanner(
                    checks.inspector(), marketplaces(), supply.get(), places.get()));
    delivery =
        new Lazy<>(
            () -> new Delivery(checks.inspector(), packager.get(), supply.get(), places.get()));
  }

  /** The services for one call, or for a window's life. Makes nothing yet. */
  public static Assembly of(AssemblyOptions options) {
    return new Assembly(options);
  }

  /** Where Satchel's own state lies. */
  public Home home() {
    return home;
  }

  /** What Satchel keeps on this computer. */
  public OwnState state() {
    return new OwnState(new Inventory(home.places(), Clock.systemUTC()), http);
  }

  /** New versions of Satchel itself. */
  public SelfUpdates updates() {
    return updates(version, ReleaseKeys.bundled(), Clock.systemUTC());
  }

  /** The same for another version, other keys and another time, as tests need them. */
  public SelfUpdates updates(String ofVersion, ReleaseKeys keys, InstantSource clock) {
    return new SelfUpdates(http, preferences, ofVersion, keys, environment, clock);
  }

  /** The configured marketplaces; {@link Sources#problem} when the settings could not be read. */
  public Sources sources() {
    return markets.sources();
  }

  /**
   * Asks other marketplaces from now on, and keeps them for the next start unless they were named
   * in the call. Blocks.
   *
   * @throws ProblemException DISK when they cannot be kept; nothing has changed then
   */
  public void use(Sources changed) {
    markets.use(changed);
    planner.forget();
  }

  /**
   * Serves a folder of skills as a further marketplace for as long as this is open.
   *
   * @param name what to call it
   * @throws ProblemException as {@link FolderMarketplaceServer#start}
   */
  public void serve(String name, Path folder) {
    markets.serve(name, folder);
    planner.forget();
  }

  /** Ends serving a folder; does nothing for a name that is none. */
  public void stopServing(String name) {
    if (markets.stopServing(name)) {
      planner.forget();
    }
  }

  /** The folders that are served as marketplaces, by name. */
  public Map<String, ServedFolder> served() {
    return markets.served();
  }

  /**
   * Lets a marketplace in for this run alone, for skills that the person asks for by its name. It
   * takes no part in searches and is kept nowhere. Reaches no network.
   *
   * @param address as a link named it; not vouched for, so never in a private network
   * @return its name
   */
  public String admit(URI address) {
    String name = markets.admit(address);
    planner.forget();
    return name;
  }

  /** The marketplaces that what a listed skill needs is looked for in, its own among them. */
  public List<Marketplace> marketplaces(Listing listing) {
    return markets.of(listing);
  }

  /** What the person prefers. */
  public Preferences preferences() {
    return preferences.get();
  }

  /** Pictures on the web that skills' texts show. */
  public Pictures pictures() {
    return new Pictures(http, preferences);
  }

  /** The version of this program. */
  public String version() {
    return version;
  }

  /** Names of the marketplaces in the order they are asked. Opens none. */
  public List<String> marketplaceNames() {
    return markets.names();
  }

  /** The marketplaces in the order they are asked. */
  public List<Marketplace> marketplaces() {
    return markets.catalog().get().marketplaces();
  }

  /** The answers of all marketplaces as one. */
  public Catalog catalog() {
    return markets.catalog().get();
  }

  /** Skills of the marketplaces, brought to this computer for as long as this is open. */
  public SkillSupply supply() {
    return supply.get();
  }

  /** The upload rules that everything goes by, and where they come from. */
  public RulesInForce rules() {
    return checks.rules();
  }

  /**
   * Goes by newer upload rules from now on; what was made before keeps its own. Blocks.
   *
   * @param file the rules, in the form of those that come with Satchel
   * @throws ProblemException as {@link RulesInForce#keep}; nothing has changed then
   */
  public void useRules(Path file) {
    checks.useRules(file);
    rulesChanged();
  }

  /** Goes back to the upload rules that come with this version. Blocks; fails with DISK. */
  public void useBuiltInRules() {
    checks.useBuiltInRules();
    rulesChanged();
  }

  private void rulesChanged() {
    packager.forget();
    places.forget();
    planner.forget();
    delivery.forget();
  }

  /** The ids of the sites that a person uploads ZIPs to, claude.ai first. */
  public List<String> sites() {
    return rules().sites();
  }

  /** All checks. */
  public Inspector inspector() {
    return checks.inspector();
  }

  /** What this computer has; its answers are kept as long as this is open. */
  public Computer computer() {
    return checks.computer();
  }

  /**
   * All checks for who works with skills in one place.
   *
   * @param host {@link Host#COMPUTER} or the id of a target that skills are uploaded to
   */
  public Inspector inspector(String host) {
    return checks.inspector(host);
  }

  /** Whether listed skills work where the person uses them. */
  public WorksHere worksHere() {
    return new WorksHere(catalog(), inspector(host()));
  }

  /**
   * Where the person mostly uses skills: as chosen, else this computer when there is an agent on
   * it, else claude.ai. May look at the disk.
   */
  public String host() {
    return preferences
        .get()
        .host(id -> sites().contains(id), () -> !agents.get().detected().isEmpty());
  }

  /** Makes ZIPs. */
  public Packager packager() {
    return packager.get();
  }

  /** Skills that a person names by a path; closed by the caller. */
  public LocalSkills localSkills() {
    return new LocalSkills(new WorkFolder(home.work()));
  }

  /** The same for as long as this is open. */
  public LocalSkills openedSkills() {
    return openedSkills.get();
  }

  /** The agents that skills can be installed into. */
  public Agents agents() {
    return agents.get();
  }

  /** What the person said to have uploaded to sites. */
  public Uploads uploads() {
    return uploads;
  }

  /** The skills that lie in agents' folders now, and which of them need which. */
  public InstalledSkills installedSkills() {
    return new InstalledSkills(agents.get());
  }

  /** What is installed, and how to take it back. */
  public AgentInstaller installer() {
    return installer.get();
  }

  /** Works out what a delivery would do. */
  public DeliveryPlanner planner() {
    return planner.get();
  }

  /** The same for a listed skill, which may be a guest's. */
  public DeliveryPlanner planner(Listing listing) {
    return markets.isGuest(listing)
        ? new DeliveryPlanner(checks.inspector(), marketplaces(listing), supply.get(), places.get())
        : planner();
  }

  /** Carries a delivery out. */
  public Delivery delivery() {
    return delivery.get();
  }

  /**
   * The skills of a developer workspace, at {@code ANTHROPIC_BASE_URL} where that is set.
   *
   * @throws ProblemException INPUT {@code api-address-malformed} when it is set to something else
   */
  public SkillsApi skillsApi() {
    return skillsApi.get();
  }

  /**
   * The key of a developer workspace that the environment gives, in the variable that the official
   * tools read. It comes before a kept one.
   *
   * @throws ProblemException INPUT {@code api-key-malformed}
   */
  public Optional<ApiKey> environmentKey() {
    return Optional.ofNullable(environment.get("ANTHROPIC_API_KEY"))
        .filter(key -> !key.isBlank())
        .map(ApiKey::parse);
  }

  /** Where the key of that workspace is kept. */
  public ApiKeys apiKeys() {
    return apiKeys;
  }

  @Override
  public void close() {
    fetcher.ifMade(SkillFetcher::close);
    downloads.ifMade(WorkFolder::close);
    openedSkills.ifMade(LocalSkills::close);
    markets.close();
    http.ifMade(HttpAccess::close);
  }
}

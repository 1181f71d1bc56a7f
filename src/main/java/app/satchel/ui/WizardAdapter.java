package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.catalog.FetchedSkill;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.UploadRules;
import app.satchel.install.Agent;
import app.satchel.install.Agents;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.Target;
import app.satchel.marketplace.Listing;
import app.satchel.problem.Problem;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.ui.wizard.KnownKey;
import app.satchel.ui.wizard.Place;
import app.satchel.ui.wizard.WizardServices;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.ApiKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The wizard's services for one skill, of a marketplace or of this computer. */
final class WizardAdapter implements WizardServices {
  static final String CLAUDE_AI = Target.CLAUDE_AI;
  static final String CLAUDE_CODE = "claude-code";

  private final Assembly assembly;
  private final Listing listing;
  private final LocalSkill local;

  /**
   * @param local the skill when it lies on this computer, else null
   */
  WizardAdapter(Assembly assembly, Listing listing, LocalSkill local) {
    this.assembly = assembly;
    this.listing = listing;
    this.local = local;
  }

  @Override
  public String name() {
    return listing.name();
  }

  @Override
  public UploadRules rules() {
    return assembly.inspector().rules();
  }

  /**
   * The sites and Claude Code always, the other agents when they are on this computer, and at the
   * end, for developers, the workspace.
   */
  @Override
  public List<Place> places() {
    Agents agents = assembly.agents();
    List<Place> places = new ArrayList<>();
    UploadRules rules = rules();
    for (String site : assembly.sites()) {
      Path zips = assembly.home().zips();
      Path folder = site.equals(CLAUDE_AI) ? zips : zips.resolve(site);
      String name = rules.forTarget(site).targetName();
      places.add(new Place(site, name, Place.Kind.SITE, folder, null, true));
    }
    agents.all().stream()
        .filter(agent -> agent.id().equals(CLAUDE_CODE) || agents.isDetected(agent))
        .sorted(Comparator.comparing(agent -> !agent.id().equals(CLAUDE_CODE)))
        .map(agent -> place(agents, agent))
        .forEach(places::add);
    String api = rules.forTarget(Target.CLAUDE_API).targetName();
    places.add(new Place(Target.CLAUDE_API, api, Place.Kind.WORKSPACE, null, null, true));
    return places;
  }

  private static Place place(Agents agents, Agent agent) {
    return new Place(
        agent.id(),
        agent.name(),
        Place.Kind.AGENT,
        agents.userDir(agent).orElse(null),
        agent.project(),
        agents.isDetected(agent));
  }

  @Override
  public DeliveryPlan plan(Target target, Cancellation cancellation) {
    if (local == null) {
      return assembly.planner(listing).plan(listing, target, true, cancellation);
    }
    FetchedSkill fetched = new FetchedSkill(null, local.skill(), local.folder(), null);
    return assembly.planner().plan(fetched, target, true, cancellation);
  }

  @Override
  public Offer offer(SkillFolder skill, String rules, Predicate<Change> accepted) {
    return assembly.inspector().forTarget(rules).offer(skill, accepted);
  }

  @Override
  public List<String> counting(DeliveryPlan plan) {
    return plan.skills().stream()
        .filter(skill -> skill.listing() != null && skill.fetched() == null)
        .map(PlannedSkill::listing)
        .map(Listing::source)
        .filter(assembly.supply()::counts)
        .distinct()
        .toList();
  }

  @Override
  public Delivered deliver(
      DeliveryPlan plan,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    return assembly.delivery().deliver(plan, decisions, listener, cancellation);
  }

  @Override
  public KnownKey key() {
    Optional<ApiKey> given = assembly.environmentKey();
    if (given.isPresent()) {
      return new KnownKey(given.get(), KnownKey.Source.ENVIRONMENT, null);
    }
    return switch (assembly.apiKeys().load(Cancellation.none())) {
      case ApiKeys.Kept.Found found -> new KnownKey(found.key(), KnownKey.Source.KEYRING, null);
      case ApiKeys.Kept.Nothing _ -> new KnownKey(null, KnownKey.Source.NONE, null);
      case ApiKeys.Kept.Unavailable no ->
          new KnownKey(null, KnownKey.Source.NO_KEYRING, no.problem());
    };
  }

  @Override
  public Optional<Problem> keepKey(ApiKey key) {
    return assembly.apiKeys().keep(key, Cancellation.none());
  }

  @Override
  public Optional<Problem> forgetKey() {
    return assembly.apiKeys().forget(Cancellation.none());
  }

  @Override
  public void arrived(String site, PlannedSkill skill, boolean there) {
    assembly.uploads().said(site, skill.name(), there);
    if (!skill.need().asked().equals(skill.name())) {
      assembly.uploads().said(site, skill.need().asked(), there);
    }
  }

  @Override
  public void undo(Delivered delivered) {
    assembly.delivery().undo(delivered);
  }
}

package app.satchel.ui.skill;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Services of a page of which a test expects only those that it answers itself. */
public class UnaskedPageServices implements PageServices {
  private static AssertionError unasked() {
    return new AssertionError("nobody should ask for this");
  }

  @Override
  public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
    throw unasked();
  }

  @Override
  public Optional<FetchedSkill> files(Listing listing, Cancellation cancellation) {
    throw unasked();
  }

  @Override
  public MarkdownDocument markdown(String body) {
    throw unasked();
  }

  @Override
  public MarkdownDocument markdown(String body, String documentPath) {
    throw unasked();
  }

  @Override
  public Optional<Path> local(Listing listing) {
    return Optional.empty();
  }

  @Override
  public Upload upload(SkillFolder skill) {
    throw unasked();
  }

  @Override
  public Offer offer(SkillFolder skill, Predicate<Change> accepted) {
    throw unasked();
  }

  @Override
  public Answers requirements(
      SkillMd skillMd, String host, Cancellation cancellation, Consumer<Answers> sofar) {
    throw unasked();
  }

  @Override
  public Reading reading() {
    return Reading.standard();
  }

  @Override
  public void keepReading(Reading reading) {
    throw unasked();
  }

  @Override
  public List<HostChoice> hosts() {
    return List.of(new HostChoice("computer", ""), new HostChoice("claude-ai", "claude.ai"));
  }

  @Override
  public void keepHost(String host) {
    throw unasked();
  }

  @Override
  public List<Dependency> dependencies(
      SkillMd skillMd, Listing listing, Cancellation cancellation) {
    throw unasked();
  }

  @Override
  public List<Dependent> neededBy(Listing listing) {
    return List.of();
  }

  @Override
  public Optional<Namespace> successor(Listing gone, Cancellation cancellation) {
    return Optional.empty();
  }

  @Override
  public Review review(SkillFolder skill) {
    throw unasked();
  }
}

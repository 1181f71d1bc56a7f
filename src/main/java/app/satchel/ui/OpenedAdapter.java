package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.opening.LinkSource;
import app.satchel.opening.SkillLink;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.opened.OpenedServices;
import app.satchel.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The services of what is opened. */
final class OpenedAdapter implements OpenedServices {
  private static final Words WORDS = Words.of(OpenedAdapter.class);

  private final Assembly assembly;
  private final LocalPages locals;

  OpenedAdapter(Assembly assembly, LocalPages locals) {
    this.assembly = assembly;
    this.locals = locals;
  }

  @Override
  public Listing local(Path path, Cancellation cancellation) {
    return locals.open(path, cancellation);
  }

  @Override
  public Answer find(SkillLink link, Cancellation cancellation) {
    return switch (link.source()) {
      case null ->
          found(link, assembly.catalog().find(link.skill(), cancellation), WORDS.text("anywhere"));
      case LinkSource.Named(String name) -> {
        Marketplace known =
            assembly.marketplaces().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        ProblemException.of(
                            WORDS,
                            ProblemKind.NOT_FOUND,
                            "link-source-unknown",
                            link.toString(),
                            name));
        yield found(link, known.skill(link.skill(), cancellation), known.name());
      }
      case LinkSource.At(URI address) -> {
        Optional<Marketplace> known =
            assembly.marketplaces().stream()
                .filter(one -> isSame(one.address(), address))
                .findFirst();
        yield known.isEmpty()
            ? new Answer.AskFirst(address)
            : found(link, known.get().skill(link.skill(), cancellation), known.get().name());
      }
    };
  }

  private static Answer found(SkillLink link, Optional<Listing> listing, String where) {
    return new Answer.Found(listing.orElseThrow(() -> missing(link, where)));
  }

  private static ProblemException missing(SkillLink link, String where) {
    return ProblemException.of(
        WORDS,
        ProblemKind.NOT_FOUND,
        "link-skill-missing",
        link.toString(),
        link.skill().skill(),
        where);
  }

  /** The same origin and path; a host is the same in any casing. */
  private static boolean isSame(URI known, URI asked) {
    return known != null
        && known.getHost() != null
        && known.getScheme().equalsIgnoreCase(asked.getScheme())
        && known.getHost().toLowerCase(Locale.ROOT).equals(asked.getHost().toLowerCase(Locale.ROOT))
        && port(known) == port(asked)
        && path(known).equals(path(asked));
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static String path(URI address) {
    return address.getRawPath().replaceAll("/+$", "");
  }

  @Override
  public Listing findAt(URI address, SkillLink link, Cancellation cancellation) {
    String name = assembly.admit(address);
    return assembly
        .catalog()
        .marketplace(name)
        .flatMap(guest -> guest.skill(link.skill(), cancellation))
        .orElseThrow(() -> missing(link, name));
  }
}

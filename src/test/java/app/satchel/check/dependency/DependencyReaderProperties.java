package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillMd;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DependencyReaderProperties {
  @Property(tries = 300)
  void anyValueIsReadAndGivesUsableNames(@ForAll String value) {
    SkillMd md = SkillMd.parse("---\nname: me\ndepends-on: " + value + "\n---\n");
    assertThat(DependencyReader.read(md))
        .allMatch(one -> !one.skillName().isBlank() && !one.name().contains(" "));
  }

  @Property(tries = 300)
  void listAndCommaStringSayTheSame(
      @ForAll @Size(min = 1, max = 8) List<@From("names") String> names) {
    String list = "---\nname: me\ndepends-on: [" + String.join(", ", names) + "]\n---\n";
    String text = "---\nname: me\nmetadata:\n  depends-on: " + String.join(", ", names) + "\n---\n";
    assertThat(DependencyReader.read(SkillMd.parse(list)).stream().map(DeclaredDependency::name))
        .containsExactlyElementsOf(
            DependencyReader.read(SkillMd.parse(text)).stream()
                .map(DeclaredDependency::name)
                .toList())
        .containsExactlyElementsOf(names.stream().distinct().toList());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(3)
        .ofMaxLength(12)
        .map(s -> "q" + s + "-z");
  }
}

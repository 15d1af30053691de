package cn.anxun.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  @Test
  void find_whenNamesHaveSpacesAround_givesThemWithout() {
    assertThat(Placeholders.find("得{{ total }}分{{a.b}}"))
        .containsExactly(
            new Placeholders.Span(1, 12, "total"), new Placeholders.Span(13, 20, "a.b"));
  }

  @Test
  void find_whenBracesAreNotClosed_findsNone() {
    assertThat(Placeholders.find("{{total} 和 {{year")).isEmpty();
  }

  @Test
  void find_whenBracesOpenTwice_takesTheInnerOnes() {
    assertThat(Placeholders.find("{{年 {{year}}"))
        .containsExactly(new Placeholders.Span(4, 12, "year"));
  }

  @Test
  void expand_replacesEachOnce() {
    assertThat(Placeholders.expand("{{a}}-{{b}}", name -> "{{" + name + "}}"))
        .isEqualTo("{{a}}-{{b}}");
    assertThat(Placeholders.expand("无", name -> "x")).isEqualTo("无");
  }
}

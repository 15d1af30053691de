package cn.anxun.server.report.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.report.PrintedTable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormLayoutJsonTest {
  private static final String GOOD =
      """
      {"template": "表", "title": "{{title}}", "columns": [10, 20], "rows": [
        {"header": true, "cells": [{"text": "甲"}, {"text": "乙"}]},
        {"occurs": "each-indicator",
         "cells": [{"text": "{{row.name}}", "columns": 2, "style": "text", "join": "j"}]}
      ]}
      """;

  private static FormLayout read(String json) {
    return FormLayoutJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_whenEverythingIsThere_givesTheLayout() {
    FormLayout layout = read(GOOD);

    assertThat(layout.columns()).containsExactly(10, 20);
    assertThat(layout.subtitle()).isEmpty();
    assertThat(layout.footer()).isEmpty();
    assertThat(layout.rows().get(0).occurs()).isEqualTo(FormLayout.Occurs.ONCE);
    assertThat(layout.rows().get(1).occurs()).isEqualTo(FormLayout.Occurs.EACH_INDICATOR);
    assertThat(layout.rows().get(1).cells())
        .containsExactly(new FormLayout.Cell("{{row.name}}", 2, PrintedTable.Style.TEXT, "j"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"columns\": 2|\"columns\": 1|第 2 行的单元格共占 1 列，应为 2 列",
        "\"columns\": 2|\"columns\": 1.5|columns 须为",
        "\"header\": true|\"header\": false|一行标明",
        "each-indicator|sometimes|once each-indicator if-any-value",
        "[10, 20]|[]|columns",
        "[10, 20]|[10, -1]|columns",
        "\"title\"|\"titel\"|title",
        "\"rows\"|\"row\"|rows",
        "{\"text\": \"甲\"}|7|cells",
        "\"template\"|template|JSON"
      })
  void read_whenSomethingIsWrong_saysWhat(String good, String bad, String says) {
    String broken = GOOD.replace(good, bad);

    assertThat(broken).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(FormLayoutException.class)
        .hasMessageContaining(says);
  }
}

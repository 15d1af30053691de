package cn.anxun.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnLabelsTest {
  @Test
  void revisions_whenAShippedListLacksALabel_keepTheShippedOnesAndAddIt() {
    Map<String, Json> revisions =
        OwnLabels.revisions(CaseFiles.read(CaseFiles.everyKind()).groups());

    assertThat(JsonText.write(revisions.get("training-audience")))
        .contains("\"网格员\"", "{\"value\":\"小区楼长\"}]}");
    assertThat(JsonText.write(revisions.get("campaign"))).contains("百日攻坚", "燃气整治");
    assertThat(revisions).doesNotContainKey("drill-level");
  }
}

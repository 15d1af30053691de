package cn.anxun.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.acceptance.CommandLines.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
  @Test
  void demo_whenItIsToRunOnce_tellsTheStoryAndEnds() {
    Ended ended = CommandLines.run("demo", "--once");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("青溪区应急管理局", "5号检查员", "回执丢失")
        .contains("1970", "年份 1970 不在 2000 至 2099 年之间", "以原标识重发")
        .containsPattern("检查单位计 112 家，若不合并会成 1(1[3-9]|[2-9]\\d) 家")
        .contains("并标“有冲突”", "裁定为 130", "标记消失")
        .contains("演练次数 226 次，其中台账 46、汇总 180")
        .containsPattern("检查单位 +112 +家")
        .containsPattern("重大隐患整改率 +95.83 +% +23 / 24 +24")
        .containsPattern("合计 +100 +99.48")
        .contains("“排查隐患”的指标值符号与期望方向相反")
        .contains("/link/", "/login", "supervisor")
        .doesNotContain("请检查。", "Ctrl-C");
  }

  @Test
  void demo_whenThePortIsTaken_saysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended =
          CommandLines.run("demo", "--once", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err()).contains(String.valueOf(taken.getLocalPort()), "--port");
    }
  }
}

package cn.anxun.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that come with forms: too large, broken, or from nobody known. */
final class MultipartTest {
  private static final int MEGABYTE = 1024 * 1024;

  private Office office;
  private TestBrowser clerk;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    clerk = office.login(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private HttpResponse<byte[]> upload(String path, byte[] file) throws Exception {
    return clerk.upload(path, Map.of("kind", "hazards"), "hazards.xlsx", file, "/import");
  }

  @Test
  void file_whenItIsTooLarge_isRefusedInASentence() throws Exception {
    HttpResponse<byte[]> answer = upload("/import", new byte[12 * MEGABYTE]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("10 MB");
  }

  @Test
  void file_sentToADoor_isNotRead() throws Exception {
    for (String door : new String[] {"/login", "/logout", "/language", "/bureau"}) {
      assertThat(upload(door, new byte[1]).statusCode()).as(door).isEqualTo(400);
    }
  }

  @Test
  void form_whenItsPartsAreBroken_isRefused() throws Exception {
    for (String body : new String[] {"", "--part\r\nnonsense", "--other\r\n\r\n--other--\r\n"}) {
      assertThat(clerk.post("/import", "multipart/form-data; boundary=part", body).statusCode())
          .as(body)
          .isBetween(400, 403);
    }
  }
}

package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.file.Uploads.Sender;
import org.junit.jupiter.api.Test;

final class UploadPlacesTest {
  @Test
  void tryTake_whenOneSenderHasItsShare_leavesTheRestToOthers() {
    UploadPlaces places = new UploadPlaces();
    Sender greedy = new Sender("demo", "device K3");
    for (int i = 0; i < UploadPlaces.OF_ONE; i++) {
      assertThat(places.tryTake(greedy)).isTrue();
    }
    assertThat(places.tryTake(greedy)).isFalse();
    int others = 0;
    while (places.tryTake(new Sender("demo", "device L" + others))) {
      others++;
    }
    assertThat(others).isEqualTo(UploadPlaces.OF_ALL - UploadPlaces.OF_ONE);

    places.leave(greedy);
    assertThat(places.tryTake(greedy)).isTrue();
    assertThat(places.tryTake(greedy)).isFalse();
  }
}

package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void open_whenAnotherHoldsIt_namesTheHolder() {
    Path root = folder.resolve("data");
    try (DataDirectory first = DataDirectory.open(root, "serve")) {
      first.announce("http://127.0.0.1:8080");

      assertThatThrownBy(() -> DataDirectory.open(root, "import"))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(root.toString())
          .hasMessageContaining("serve, pid " + ProcessHandle.current().pid())
          .hasMessageContaining("http://127.0.0.1:8080");
    }
  }

  @Test
  void open_whenTheHolderHasClosed_takesIt() {
    DataDirectory.open(folder, "serve").close();

    try (DataDirectory second = DataDirectory.open(folder, "import")) {
      assertThat(second.isWritable()).isTrue();
    }
  }

  @Test
  void bureaus_whenSomeAreOpened_areListedByName() {
    try (DataDirectory data = DataDirectory.open(folder, "serve")) {
      data.openBureau("yueyanglou").close();
      data.openBureau("gongjing").close();

      assertThat(data.bureaus()).containsExactly("gongjing", "yueyanglou");
      assertThat(data.hasBureau("gongjing")).isTrue();
      assertThat(data.hasBureau("ziliujing")).isFalse();
    }
  }

  @Test
  void bureauFile_whenTheNameWouldLeaveTheFolder_isRefused() {
    try (DataDirectory data = DataDirectory.open(folder, "serve")) {
      assertThatThrownBy(() -> data.bureauFile("../directory"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void view_whenTheServerRuns_readsBesideIt() {
    try (DataDirectory data = DataDirectory.open(folder, "serve")) {
      data.openBureau("gongjing").close();
      try (DataDirectory view = DataDirectory.view(folder);
          SqliteDatabase database = view.openBureauFile("gongjing")) {
        assertThat(
                database.<Integer>read(
                    handle ->
                        handle
                            .createQuery("SELECT count(*) FROM entry")
                            .mapTo(Integer.class)
                            .one()))
            .isZero();
      }
    }
  }

  @Test
  void view_whenThereIsNoData_saysSo() {
    assertThatThrownBy(() -> DataDirectory.view(folder.resolve("nothing")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("is not a data directory");
  }

  @Test
  void close_whenEphemeral_leavesNothing() {
    DataDirectory data = DataDirectory.ephemeral("demo");
    data.openBureau("gongjing").close();
    Path root = data.root();
    assertThat(root).isDirectory();

    data.close();

    assertThat(Files.exists(root)).isFalse();
  }
}

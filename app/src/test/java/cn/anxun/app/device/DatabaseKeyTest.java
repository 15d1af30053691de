package cn.anxun.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.app.PlainVault;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Plain Java: no Android is asked for a key's file. */
public final class DatabaseKeyTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final PlainVault vault = new PlainVault();
  private File file;
  private File database;

  @Before
  public void name() {
    file = new File(folder.getRoot(), "no_backup/database.key");
    database = new File(folder.getRoot(), "anxun.db");
  }

  private DatabaseKey key(int seed) {
    return new DatabaseKey(file, database, vault, new Random(seed));
  }

  @Test
  public void get_whenAskedAgain_isTheSameAndKeptWrapped() throws IOException {
    byte[] first = key(1).get();

    assertThat(first).hasSize(32);
    assertThat(key(2).get()).isEqualTo(first);
    assertThat(Files.readAllBytes(file.toPath())).isNotEqualTo(first);
    assertThat(file.getParentFile().list()).containsExactly("database.key");
  }

  @Test
  public void get_whenTheVaultLostItsKey_saysSoAndDeletesNothing() throws IOException {
    key(1).get();
    Files.write(database.toPath(), new byte[] {1});
    byte[] wrapped = Files.readAllBytes(file.toPath());
    vault.loseKey();

    assertThatThrownBy(() -> key(2).get())
        .isInstanceOf(DatabaseKeyException.class)
        .hasMessageContaining("lost its key");
    assertThat(Files.readAllBytes(file.toPath())).isEqualTo(wrapped);
    assertThat(database).exists();
  }

  @Test
  public void get_whenTheKeyFileIsMissingBesideADatabase_makesNoNewOne() throws IOException {
    Files.write(database.toPath(), new byte[] {1});

    assertThatThrownBy(() -> key(1).get())
        .isInstanceOf(DatabaseKeyException.class)
        .hasMessageContaining("key file is missing");
    assertThat(file).doesNotExist();
  }

  @Test
  public void get_whenTheKeyFileIsCut_saysSo() throws IOException {
    key(1).get();
    Files.write(file.toPath(), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> key(1).get())
        .isInstanceOf(DatabaseKeyException.class)
        .hasMessageContaining("3 bytes");
  }

  @Test
  public void raw_ofAKey_isSqlCiphersForm() {
    assertThat(new String(SqlCipherDriver.raw(new byte[] {0, -1, 0x1a}), StandardCharsets.US_ASCII))
        .isEqualTo("x'00ff1a'");
  }
}

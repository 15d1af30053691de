package cn.anxun.server.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine on which all is well, until a test says otherwise. */
final class TestMachine implements Machine {
  int java = 17;
  String platform = "Linux/x86_64";
  boolean ships = true;
  Optional<String> sqliteFails = Optional.empty();
  long memory = 8_000_000_000L;
  Instant now = Instant.parse("2026-03-06T01:00:00Z");
  ZoneId zone = ZoneId.of("Asia/Shanghai");
  Optional<Boolean> synchronised = Optional.of(true);
  long free = 200_000_000_000L;
  boolean writable = true;
  boolean open;
  Optional<Instant> changed = Optional.empty();
  boolean portFree = true;
  final Map<String, String> names = new TreeMap<>(Map.of("192.168.1.5", "192.168.1.5"));
  final Map<URI, Answer> answers = new TreeMap<>();
  final List<URI> asked = new ArrayList<>();

  @Override
  public int javaVersion() {
    return java;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public boolean shipsSqlite() {
    return ships;
  }

  @Override
  public String loadSqlite() throws IOException {
    if (sqliteFails.isPresent()) {
      throw new IOException(sqliteFails.get());
    }
    return "3.53.1";
  }

  @Override
  public long memory() {
    return memory;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public Optional<Boolean> isTimeSynchronised() {
    return synchronised;
  }

  @Override
  public long freeBytes(Path path) {
    return free;
  }

  @Override
  public void tryWriting(Path folder) throws IOException {
    if (!writable) {
      throw new IOException("Read-only file system");
    }
  }

  @Override
  public boolean isOpenToOthers(Path folder) {
    return open;
  }

  @Override
  public Optional<Instant> lastChange(Path folder) {
    return changed;
  }

  @Override
  public boolean isFree(int port) {
    return portFree;
  }

  @Override
  public Optional<String> resolve(String host) {
    return Optional.ofNullable(names.get(host));
  }

  @Override
  public Answer ask(URI server) throws IOException {
    asked.add(server);
    Answer answer = answers.get(server);
    if (answer == null) {
      throw new ConnectException("Connection refused");
    }
    return answer;
  }
}

package cn.anxun.app.setting;

import cn.anxun.app.data.local.SettingRow;
import cn.anxun.app.data.local.SettingTable;
import java.util.Optional;
import javax.inject.Inject;

/** {@link Settings} in the phone's database. */
public final class RoomSettings implements Settings {
  private final SettingTable table;

  @Inject
  public RoomSettings(SettingTable table) {
    this.table = table;
  }

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(table.find(name));
  }

  @Override
  public void put(String name, String value) {
    table.put(new SettingRow(name, value));
  }

  @Override
  public void delete(String name) {
    table.delete(name);
  }
}

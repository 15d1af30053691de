package cn.anxun.app;

import cn.anxun.app.record.Author;
import cn.anxun.core.ledger.Role;

/** An enrolled inspector, 李, on a phone with the letters K3. */
public record TestAuthor(
    String account,
    String name,
    Role role,
    String device,
    String letters,
    String unit,
    String bureau,
    String division)
    implements Author {

  @Override
  public String bureauName() {
    return "岳阳楼区应急管理局";
  }

  public static TestAuthor inspector() {
    return new TestAuthor("li", "李明", Role.INSPECTOR, "phone-1", "K3", "U01", "demo", "430602");
  }
}

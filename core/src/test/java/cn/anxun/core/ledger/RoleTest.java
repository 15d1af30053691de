package cn.anxun.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoleTest {
  @ParameterizedTest
  @EnumSource(Kind.Right.class)
  void has_whenAuditor_isNoRightAtAll(Kind.Right right) {
    assertThat(Role.AUDITOR.has(right)).isFalse();
    assertThat(Role.ADMINISTRATOR.has(right)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void find_whenWritten_isTheSame(Role role) {
    assertThat(Role.find(role.wire())).contains(role);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void mayAmendOthers_isOfThoseWhoDecide(Role role) {
    assertThat(role.mayAmendOthers()).isEqualTo(role.has(Kind.Right.DECIDE));
    assertThat(role.mayEditDocuments()).isEqualTo(role.has(Kind.Right.OFFICE));
  }
}

package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.assembly.AssemblyOptions.Marketplaces;
import app.satchel.http.TestServer;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.ApiKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceAccessTest {
  @TempDir private Path home;

  private Assembly assembly(String address) {
    return Assembly.of(
        new AssemblyOptions(
            home,
            List.of(),
            Marketplaces.CONFIGURED,
            false,
            Map.of("ANTHROPIC_BASE_URL", address),
            ApiKeys.ofThisSystem(),
            false));
  }

  @Test
  void theApiIsWhereTheEnvironmentSays() throws Exception {
    try (TestServer service = new TestServer();
        Assembly assembly = assembly(service.base().toString())) {
      service.then(TestServer.json(200, "{\"data\":[],\"next_page\":null}"));

      assertThat(
              assembly
                  .skillsApi()
                  .list(ApiKey.parse("sk-ant-test-0123456789"), Cancellation.none())
                  .skills())
          .isEmpty();
      assertThat(service.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void anUnprotectedAddressElsewhereStopsNothingButTheApi() {
    try (Assembly assembly = assembly("http://gateway.example.org")) {
      assertThatThrownBy(assembly::skillsApi)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("api-address-malformed"));
      assertThat(assembly.apiKeys()).isNotNull();
    }
  }
}

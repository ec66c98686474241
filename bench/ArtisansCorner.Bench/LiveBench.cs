using System.Net.Http.Json;
using Microsoft.Playwright;

namespace ArtisansCorner.Bench;

/// <summary>From sending a sale to its net sales, or the alert that it raised, standing in an open page of Chromium; also while another shop is being imported into.</summary>
public static class LiveBench
{
    private const int Sales = 100;

    // The page notes the moment at which the figure changed; both clocks are this machine's.
    private const string Watch = """
        () => {
          const figure = () => document.querySelector('#dashboard dd.value')?.textContent.trim();
          let shown = figure();
          window.changes = [];
          new MutationObserver(() => {
            const now = figure();
            if (now === undefined || now === shown) return;
            shown = now;
            window.changes.push(performance.timeOrigin + performance.now());
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        await using var product = await setting.StartAsync(await setting.EmptyAsync("live"));
        var (owner, other) = (await Owner.RegisterAsync(product.Address, 0), await Owner.RegisterAsync(product.Address, 1));
        using var http = owner.Client(product.Address);
        using (var sample = await http.PostAsync("sample", null)) sample.EnsureSuccessStatusCode();
        await using var chromium = await Chromium.StartAsync(product.Address, owner);
        var page = await chromium.Context.NewPageAsync();
        // The sample's figures are rebuilt after its commit; the page is opened when they are.
        for (var before = -1.0; product.ProcessorSeconds() - before > 0.02; await Task.Delay(500)) before = product.ProcessorSeconds();
        await page.GotoAsync("/" + owner.Slug);
        await page.EvaluateAsync(Watch);
        await Task.Delay(2000);
        await MeasureAsync(page, http, 10);

        Report.Table("sale sent → figure in the page", "p50 ms", "p95", "p99", "slowest");
        Tell("alone", await MeasureAsync(page, http, Sales));
        using var busy = other.Client(product.Address);
        var import = ImportAsync(busy);
        var during = new List<double>();
        while (!import.IsCompleted) during.AddRange((await MeasureAsync(page, http, 1)).Milliseconds);
        await import;
        Tell($"while another shop is imported into ({during.Count})", Load.Of(during));
        await AlertBench.RunAsync(chromium.Context, owner, http);
    }

    private static void Tell(string when, Load load) => Report.Row(when, load.Under(0.5), load.Under(0.95), load.Under(0.99), load.Milliseconds[^1]);

    private static async Task ImportAsync(HttpClient http)
    {
        var id = await ImportBench.UploadAsync(http, await OnlineRetail.FileAsync());
        await ImportBench.UntilAsync(http, id, "ready");
        using (var apply = await http.PostAsync($"imports/{id}/apply", null)) apply.EnsureSuccessStatusCode();
        await ImportBench.UntilAsync(http, id, "done");
    }

    private static async Task<Load> MeasureAsync(IPage page, HttpClient http, int sales)
    {
        var times = new List<double>();
        for (var i = 0; i < sales; i++)
        {
            var seen = await page.EvaluateAsync<int>("window.changes.length");
            var sent = TimeProvider.System.GetUtcNow();
            using var answer = await http.PostAsJsonAsync("sales", new { channel = "Fair", lines = new[] { new { sku = "HL-MUG-SP", quantity = 1 } } });
            answer.EnsureSuccessStatusCode();
            await page.WaitForFunctionAsync("seen => window.changes.length > seen", seen, new PageWaitForFunctionOptions { Timeout = 60_000 });
            var changed = await page.EvaluateAsync<double>("seen => window.changes[seen]", seen);
            times.Add(changed - (sent - DateTimeOffset.UnixEpoch).TotalMilliseconds);
            // People do not sell in step with the page.
            await Task.Delay(40 + (i * 7 % 60));
        }

        return Load.Of(times);
    }
}

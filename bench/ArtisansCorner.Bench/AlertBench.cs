using System.Net.Http.Json;
using Microsoft.Playwright;

namespace ArtisansCorner.Bench;

/// <summary>From sending a sale to the alert that it raised standing in an open page: alone, and right after another sale, from which the shop rests.</summary>
internal static class AlertBench
{
    private const string Sku = "BENCH-ALERT";
    private const int Sales = 60;
    private const int Pieces = 5;

    // The page notes when the alert came and when it went; both clocks are this machine's.
    private const string Watch = """
        () => {
          const stands = () => [...document.querySelectorAll(".lows a, #alert-rows td a")].some(link => link.textContent === "Watched piece");
          let stood = stands();
          window.changes = [];
          new MutationObserver(() => {
            if (stands() === stood) return;
            stood = !stood;
            window.changes.push(performance.timeOrigin + performance.now());
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    /// <summary>Runs it on the first screen and on the page of alerts, both open.</summary>
    public static async Task RunAsync(IBrowserContext context, Owner owner, HttpClient http)
    {
        await SendAsync(http, "products", new { name = "Watched piece", variants = new[] { new { sku = Sku, price = 1000 } } });
        await SendAsync(http, "stock/movements", new { sku = Sku, quantity = Pieces, reason = "received" });
        List<IPage> pages = [];
        foreach (var path in (string[])["", "/inventory/alerts"])
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync($"/{owner.Slug}{path}");
            await page.EvaluateAsync(Watch);
            pages.Add(page);
        }

        await Task.Delay(2000);
        await MeasureAsync(pages, http, 5, afterAnother: false);
        Report.Table("sale sent → alert in the page", "p50 ms", "p95", "p99", "slowest");
        foreach (var afterAnother in (bool[])[false, true])
        {
            var loads = await MeasureAsync(pages, http, Sales, afterAnother);
            var when = afterAnother ? "right after another sale" : "alone";
            foreach (var (page, load) in ((string[])["first screen", "page of alerts"]).Zip(loads)) Report.Row($"{page}, {when}", load.Under(0.5), load.Under(0.95), load.Under(0.99), load.Milliseconds[^1]);
        }
    }

    private static async Task<List<Load>> MeasureAsync(List<IPage> pages, HttpClient http, int sales, bool afterAnother)
    {
        var times = pages.ConvertAll(_ => new List<double>());
        for (var i = 0; i < sales; i++)
        {
            if (afterAnother) await SellAsync(http, "HL-MUG-SP", 1);
            // One more than there are: it is oversold, which is worse than all that is low.
            var sent = await ChangedAsync(pages, () => SellAsync(http, Sku, Pieces + 1));
            foreach (var (page, some) in pages.Zip(times)) some.Add(await page.EvaluateAsync<double>("window.changes.at(-1)") - sent);
            await ChangedAsync(pages, () => SendAsync(http, "stock/movements", new { sku = Sku, quantity = Pieces + 1, reason = "received" }));
            // People do not sell in step with the page.
            await Task.Delay(140 + (i * 7 % 60));
        }

        return times.ConvertAll(some => Load.Of(some));
    }

    /// <summary>Does something, waits until every page shows it, and tells when it was sent.</summary>
    private static async Task<double> ChangedAsync(List<IPage> pages, Func<Task> send)
    {
        List<int> seen = [];
        foreach (var page in pages) seen.Add(await page.EvaluateAsync<int>("window.changes.length"));
        var sent = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        await send();
        foreach (var (page, before) in pages.Zip(seen)) await page.WaitForFunctionAsync("seen => window.changes.length > seen", before, new PageWaitForFunctionOptions { Timeout = 60_000 });
        return sent;
    }

    private static Task SellAsync(HttpClient http, string sku, int quantity) => SendAsync(http, "sales", new { channel = "Fair", lines = new[] { new { sku, quantity } } });

    private static async Task SendAsync<T>(HttpClient http, string path, T body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }
}

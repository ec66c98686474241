using System.Text.Json;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Bench;

/// <summary>What the first visit of the dashboard transfers, what Lighthouse says of it, how long the product starts and what it holds when idle.</summary>
public static class PageBench
{
    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var settings = await setting.EmptyAsync("page");
        Owner owner;
        await using (var first = await setting.StartAsync(settings))
        {
            owner = await Owner.RegisterAsync(first.Address, 0);
            using var http = owner.Client(first.Address);
            using var sample = await http.PostAsync("sample", null);
            sample.EnsureSuccessStatusCode();
            for (var before = -1.0; first.ProcessorSeconds() - before > 0.02; await Task.Delay(500)) before = first.ProcessorSeconds();
        }

        await StartsAsync(setting, settings);
        await using var product = await setting.StartAsync(settings);
        await WeighAsync(product, owner);
        await Daemon.RunAsync(null, Repo.PathOf("bench", "lighthouse.mjs"), new Uri(product.Address, owner.Slug).ToString(), owner.Cookie, Path.Combine(Setting.Kept, "lighthouse"));
        Console.WriteLine("\n" + await File.ReadAllTextAsync(Path.Combine(Setting.Kept, "lighthouse", "scores.md")));
    }

    private static async Task StartsAsync(Setting setting, Dictionary<string, string> settings)
    {
        var (times, memory) = (new List<double>(), new List<double>());
        for (var i = 0; i < 5; i++)
        {
            await using var product = await setting.StartAsync(settings);
            times.Add(product.StartUp.TotalSeconds);
            await Task.Delay(5000);
            memory.Add(product.Memory("VmRSS"));
        }

        Report.Table("5 starts", "median", "slowest or largest");
        Report.Row("start to first answer, s", times.Order().ElementAt(2), times.Max());
        Report.Row("memory idle after 5 s, MB", memory.Order().ElementAt(2), memory.Max());
    }

    private static async Task WeighAsync(RunningProduct product, Owner owner)
    {
        await using var chromium = await Chromium.StartAsync(product.Address, owner);
        var page = await chromium.Context.NewPageAsync();
        var network = await chromium.Context.NewCDPSessionAsync(page);
        var (names, headers, whole) = (new Dictionary<string, string>(), new Dictionary<string, double>(), new Dictionary<string, double>());
        network.Event("Network.responseReceived").OnEvent += (_, said) =>
        {
            var response = said!.Value.GetProperty("response");
            // What had come when the answer was understood: its heading.
            (names[Id(said)], headers[Id(said)]) = (new Uri(response.GetProperty("url").GetString()!).AbsolutePath, response.GetProperty("encodedDataLength").GetDouble());
        };
        network.Event("Network.loadingFinished").OnEvent += (_, said) => whole[Id(said)] = said!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");
        await page.GotoAsync("/" + owner.Slug);
        await Task.Delay(3000);

        Report.Table("first visit of the dashboard", "bytes", "headers");
        foreach (var (id, bytes) in whole.OrderByDescending(one => one.Value))
            Report.Row(names[id].Replace(owner.Slug, "{shop}", StringComparison.Ordinal), (long)(bytes - headers[id]), (long)headers[id]);
        Report.Row("together", (long)whole.Sum(one => one.Value - headers[one.Key]), (long)whole.Keys.Sum(id => headers[id]));
    }

    private static string Id(JsonElement? said) => said!.Value.GetProperty("requestId").GetString()!;
}

using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Bench;

/// <summary>Searches among all the sales of one large shop (decision 0024).</summary>
public static class SearchBench
{
    private const int AtOnce = 50_000;

    // What was sold long ago and never since, one sale in fifty of the oldest fifth.
    private const int OldEach = 50;

    // More than are sent, so that none is answered from memory because it was asked before.
    private const int RequestsEach = 4_000;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);
    private static readonly string[] Pieces = ["speckled mug", "ash bowl", "celadon plate", "tenmoku vase", "shino teapot", "cobalt saucer", "rutile jug", "matte candle holder"];
    private static readonly string[] Names = ["Ada Byron", "Grace Hopper", "Emmy Noether", "Sofia Kowalewskaja", "Mary Somerville", "Lise Meitner", "Hedy Lamarr", "Katherine Johnson"];

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var settings = await setting.EmptyAsync("search");
        Owner owner;
        await using (var product = await setting.StartAsync(settings)) owner = await Owner.RegisterAsync(product.Address, 0);
        await using var services = Seed.Services(settings);
        await using var scope = (await services.GetRequiredService<ShopScopes>().OpenAsync(owner.ShopId, Actor.System, default))!.Value;
        await FillAsync(scope.ServiceProvider, setting.Sales);
        await AskAsync(setting, settings, owner);
    }

    private static async Task FillAsync(IServiceProvider services, int sales)
    {
        var (db, shop, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CurrentShop>(), TimeProvider.System.GetUtcNow());
        var channel = new Channel { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = "Own site", Key = Channel.KeyOf("Own site") };
        for (var done = 0; done < sales; done += AtOnce)
        {
            var rows = Enumerable.Range(done, Math.Min(AtOnce, sales - done)).Select(i => SaleOf(i, shop.Facts, channel.Id, now.AddMinutes(i - sales).ToMicrosecond(), i < sales / 5 && i % OldEach == 0, now)).ToList();
            await using var write = await db.BeginWriteAsync(default);
            if (done == 0) await db.Engine.InsertAsync(db, [channel], default);
            await db.Engine.InsertAsync(db, rows, default);
            await write.CommitAsync(default);
        }

        await db.Engine.AnalyzeAsync(db, default);
    }

    private static Sale SaleOf(int i, ShopFacts shop, Guid channel, DateTimeOffset at, bool old, DateTimeOffset now)
    {
        var title = $"{Pieces[i * 31 % Pieces.Length]} no. {i * 977L % 2_000}";
        var name = $"{Names[i * 7919L % Names.Length]} {i * 7919L % 60_000}";
        return new Sale
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = channel, ExternalId = $"W{i:000000}", SoldAt = at, Day = shop.Zone.DayOf(at), Hour = shop.Zone.HourOf(at), Units = 1, Gross = 2_600,
            Summary = title, Search = SearchText.Of($"W{i:000000}", name, $"b{i * 7919L % 60_000}@example.com", title, old ? "heron" : null), RecordedAt = now, RecordedThrough = Through.System,
        };
    }

    private static async Task AskAsync(Setting setting, Dictionary<string, string> settings, Owner owner)
    {
        await using var product = await setting.StartAsync(settings);
        var (random, now) = (new Random(1), TimeProvider.System.GetUtcNow());
        string Number() => $"{random.Next(setting.Sales):000000}";
        // Other days each time, where the words are always the same.
        string Since(int i) => $"&from={new DateOnly(2000, 1, 1).AddDays(i):yyyy-MM-dd}";
        string Days(int i) => $"&from={now.AddDays(-200 - i % 100):yyyy-MM-dd}&to={now.AddDays(-100 - i / 100):yyyy-MM-dd}";
        (string Name, Func<int, string> Path)[] asked =
        [
            ("bare: /healthz/live", _ => "/healthz/live"),
            ("sales, no words", i => owner.Api($"sales?{Since(i)[1..]}")),
            ("some days, no words", i => owner.Api($"sales?{Days(i)[1..]}")),
            ("a number", _ => owner.Api($"sales?q=W{Number()}")),
            ("a buyer", _ => owner.Api($"sales?q=b{random.Next(60_000)}@example")),
            ("two words", _ => owner.Api($"sales?q=mug+lovelace{Number()}")),
            ("two words that many have, hardly ever together", i => owner.Api($"sales?q=teapot+w{i % 10}{i / 10 % 10}{Since(i)}")),
            ("a word that many have", i => owner.Api($"sales?q=mug{Since(i)}")),
            ("a word that nothing has", _ => owner.Api($"sales?q=zq{Number()}")),
            ("a word of 2,000 long ago", i => owner.Api($"sales?q=heron{Since(i)}")),
            ("the same on some days", i => owner.Api($"sales?q=mug{Days(i)}")),
            ("a number, paid", _ => owner.Api($"sales?state=paid&q=W{Number()}")),
            ("the page, a number", _ => $"/{owner.Slug}/sales?q=W{Number()}"),
        ];
        var requests = asked.Select(one => Enumerable.Range(0, RequestsEach).Select(i => Connection.Request("GET", one.Path(i), owner.Cookie)).ToList()).ToList();
        foreach (var some in requests) Load.Run(product, 1, Time / 2, some);
        var loads = requests.Select(some => Load.Run(product, 1, Time, some)).ToList();
        Report.Note($"{setting.Sales:N0} sales in one shop.");
        Report.Table("1 client", "p50 ms", "p95", "p99", "per s", "× bare");
        foreach (var (one, load) in asked.Zip(loads)) Report.Row(one.Name, load.Under(0.5), load.Under(0.95), load.Under(0.99), load.PerSecond, load.Under(0.5) / loads[0].Under(0.5));
    }
}

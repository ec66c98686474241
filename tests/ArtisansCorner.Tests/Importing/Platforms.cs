using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Files in the shapes of the platforms, and what they brought beside sales.</summary>
public static class Platforms
{
    /// <summary>The headings that a platform really writes.</summary>
    public static async Task<string[]> HeadingsAsync(string platform)
    {
        var line = await File.ReadAllTextAsync(Path.Combine(Shared.Need("import-samples", "headers"), platform + ".csv"), TestContext.Current.CancellationToken);
        return [.. line.Trim().Trim('\uFEFF').Split(',').Select(name => name.Trim('"'))];
    }

    /// <summary>A file under these headings, of rows that name the cells that matter.</summary>
    public static string Of(IReadOnlyList<string> headings, params (string Heading, string Value)[][] rows) => Files.Csv(
        string.Join(',', headings),
        [.. rows.Select(row => string.Join(',', headings.Select(heading => $"\"{row.FirstOrDefault(cell => cell.Heading == heading).Value}\"")))]);

    /// <summary>The payouts of a shop, by their number.</summary>
    public static Task<List<Payout>> PayoutsAsync(this TestShop shop) =>
        shop.InsideAsync(services => services.GetRequiredService<AppDb>().Payouts.AsNoTracking().OrderBy(payout => payout.ExternalId).ToListAsync());

    /// <summary>What stands in the accounts of a shop with its channels.</summary>
    public static Task<List<AccountEntry>> EntriesAsync(this TestShop shop) =>
        shop.InsideAsync(services => services.GetRequiredService<AppDb>().AccountEntries.AsNoTracking().OrderBy(entry => entry.ExternalId).ToListAsync());

    /// <summary>The figures of a range.</summary>
    public static async Task<Json> FiguresAsync(this TestShop shop, string from, string to) => (await shop.GetAsync($"analytics/summary?from={from}&to={to}")).Is(200)["current"];

    /// <summary>How many facts beside sales and refunds an import adds, and how many are here already.</summary>
    public static (long Adds, long AlreadyHere) Others(this Json import, string many) =>
        import["others"].FirstOrDefault(other => (string?)other["many"] == many) is { } found ? ((long)found["adds"], (long)found["alreadyHere"]) : (0, 0);

    /// <summary>The reasons of an import, in the order of the alphabet.</summary>
    public static IEnumerable<string> Reasons(this Json import) => import["reasons"].Select(reason => (string)reason["reason"]!).Order(StringComparer.Ordinal);

    /// <summary>Brings a file as a format that is asked for.</summary>
    public static async Task<Json> ImportAsAsync(this TestShop shop, string format, string content)
    {
        var read = await shop.ReadAsync(content, ("format", format));
        Assert.Equal("ready", (string?)read["status"]);
        return await shop.DoAsync(read, "apply", "done");
    }

    /// <summary>That a file brings nothing that is not here.</summary>
    public static async Task AddsNothingAsync(this TestShop shop, string content)
    {
        var read = await shop.ReadAsync(content);
        Assert.Equal((0, 0, 0), ((long)read["adds"]["sales"], (long)read["adds"]["refunds"], (long)read["differing"]["count"]));
        Assert.All(read["others"], other => Assert.Equal(0, (long)other["adds"]));
    }
}

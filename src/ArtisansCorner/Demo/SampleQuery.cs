using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Demo;

/// <summary>What of a shop is the sample, and what is its own.</summary>
/// <param name="SampleSales">How many sales of the sample it has.</param>
/// <param name="OwnSales">How many others.</param>
public sealed record SampleState(int SampleSales, int OwnSales);

/// <summary>Tells the sample from what is the shop's own.</summary>
public sealed class SampleQuery(AppDb db)
{
    /// <summary>Whether there is anything of the sample.</summary>
    public Task<bool> AnyAsync(CancellationToken cancel) => db.Sales.AnyAsync(sale => sale.RecordedThrough == Through.Demo, cancel);

    /// <summary>How many sales are whose.</summary>
    public async Task<SampleState> RunAsync(CancellationToken cancel)
    {
        var sample = await db.Sales.CountAsync(sale => sale.RecordedThrough == Through.Demo, cancel);
        return new SampleState(sample, await db.Sales.CountAsync(cancel) - sample);
    }
}

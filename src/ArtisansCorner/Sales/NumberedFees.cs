using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Keeps fees that a channel numbers from being here twice: a file may have told one before the sale that it was kept of.</summary>
public sealed class NumberedFees(AppDb db)
{
    private static readonly HashSet<string> None = [];

    /// <summary>
    /// The numbers of these fees that are here already, to be left out; one that waited for its sale hangs on it now. Inside the transaction that is open;
    /// asks the database only where a fee has a number.
    /// </summary>
    public async Task<IReadOnlySet<string>> HereAsync(Guid saleId, Guid channelId, IReadOnlyList<NewFee> fees, CancellationToken cancel)
    {
        var numbers = fees.Select(fee => fee.ExternalId).OfType<string>().ToList();
        if (numbers.Count == 0) return None;
        var here = db.Fees.IgnoreQueryFilters([SalesTables.CountedFilter]).Where(fee => fee.ChannelId == channelId && numbers.Contains(fee.ExternalId!));
        var known = (await here.Select(fee => fee.ExternalId!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0) return known;
        foreach (var fee in await here.AsNoTracking().Where(fee => fee.SaleId == null).ToListAsync(cancel))
        {
            // Written after the sale that it belongs to.
            fee.SaleId = saleId;
            db.Rows.Update(fee);
        }

        return known;
    }
}

using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Keeps fees that a channel numbers from being here twice: a file may have told one before the sale that it was kept of.</summary>
public sealed class NumberedFees(AppDb db)
{
    private static readonly HashSet<string> None = [];

    /// <summary>
    /// The numbers of these fees that are here already, to be left out; one that waited for its sale hangs on it now, and one that a file brought is that
    /// file's no more: taking the import back leaves it, for the sale tells it too. Inside the transaction that is open; asks the database only where a fee has a number.
    /// </summary>
    public async Task<IReadOnlySet<string>> HereAsync(Guid saleId, Guid channelId, IReadOnlyList<NewFee> fees, CancellationToken cancel)
    {
        var numbers = fees.Select(fee => fee.ExternalId).OfType<string>().ToList();
        if (numbers.Count == 0) return None;
        var here = db.Fees.IgnoreQueryFilters([SalesTables.CountedFilter]).Where(fee => fee.ChannelId == channelId && numbers.Contains(fee.ExternalId!));
        var known = (await here.Select(fee => fee.ExternalId!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        // The sale itself is saved with the rest, and the fee with it.
        if (known.Count > 0) await foreach (var fee in here.Where(fee => fee.SaleId == null || fee.ImportId != null).AsAsyncEnumerable().WithCancellation(cancel))
        {
            fee.SaleId ??= saleId;
            fee.ImportId = null;
        }

        return known;
    }
}

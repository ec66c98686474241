using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Which fees of a sale are here already.</summary>
/// <param name="Numbers">Their numbers: they are left out of the sale.</param>
/// <param name="Waiting">Those among them that a file told before the sale: they hang on no sale yet.</param>
public sealed record FeesHere(IReadOnlySet<string> Numbers, IReadOnlyList<Fee> Waiting)
{
    /// <summary>None of them.</summary>
    public static readonly FeesHere None = new(new HashSet<string>(), []);
}

/// <summary>Keeps fees that a channel numbers from being here twice: a file may have told one before the sale that it was kept of.</summary>
public sealed class NumberedFees(AppDb db)
{
    /// <summary>Those of these fees that are here already. Inside the transaction that is open; asks the database only where a fee has a number.</summary>
    public async Task<FeesHere> FindAsync(Guid channelId, IReadOnlyList<NewFee> fees, CancellationToken cancel)
    {
        var numbers = fees.Select(fee => fee.ExternalId).OfType<string>().ToList();
        if (numbers.Count == 0) return FeesHere.None;
        var here = await db.Fees.IgnoreQueryFilters([SalesTables.CountedFilter]).AsNoTracking().Where(fee => fee.ChannelId == channelId).WithNumbers(db, numbers).ToListAsync(cancel);
        return new FeesHere(here.Select(fee => fee.ExternalId!).ToHashSet(StringComparer.Ordinal), here.FindAll(fee => fee.SaleId is null));
    }

    /// <summary>
    /// Hangs fees that waited on their sale, which is written before. One that a file brought is that file's no more: taking the import back leaves it, for the sale tells it too.
    /// </summary>
    public void HangOn(Guid saleId, FeesHere here)
    {
        foreach (var fee in here.Waiting)
        {
            (fee.SaleId, fee.ImportId) = (saleId, null);
            db.Rows.Update(fee);
        }
    }
}

using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Says that figures are on their way to the days of a new clock.</summary>
public sealed class ClockMoveNotices(AppDb db) : INoticeSource
{
    /// <inheritdoc />
    public int Order => -10;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Notice>> FindAsync(CancellationToken cancel) =>
        await db.ClockMoves.AsNoTracking().FirstOrDefaultAsync(move => move.FinishedAt == null, cancel) is { } move
            ? [new Notice("clock", "Your sales move to the new clock", $"They are brought to the days of {move.ToZone}; figures change until all are there.", [], [], Bad: false)]
            : [];
}

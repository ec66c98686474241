namespace ArtisansCorner.Platform.Database;

/// <summary>What a verb does when another wrote the same row at the same moment.</summary>
public static class TryAgain
{
    private const int Times = 3;

    /// <summary>
    /// Runs an attempt that opens and commits its own transaction; when a unique index says that another was faster, or two waited for each other,
    /// runs it again, so that it looks again and finds what the other wrote.
    /// </summary>
    public static async Task<T> TryAgainAsync<T>(this AppDb db, Func<Task<T>> attempt)
    {
        for (var left = Times; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (Exception problem) when (left > 0 && (db.Engine.IsDuplicate(problem) || db.Engine.IsDeadlock(problem)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The same of an attempt that writes what was made ready before: what another may have written meanwhile is looked for before it runs again.</summary>
    public static Task TryAgainAsync(this AppDb db, Func<Task> attempt, Func<Task>? lookAgain = null)
    {
        var isFirst = true;
        return db.TryAgainAsync(async () =>
        {
            if (!isFirst && lookAgain is not null) await lookAgain();
            isFirst = false;
            await attempt();
            return true;
        });
    }
}

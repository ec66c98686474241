using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Jobs;

/// <summary>Does each job when it is due, on whichever server wins its turn.</summary>
public sealed partial class JobWorker(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, TimeProvider time, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        do await DoWhatIsDueAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does each job that is due and that no other server does.</summary>
    internal async Task DoWhatIsDueAsync(CancellationToken cancel)
    {
        foreach (var kind in kinds) await TryAsync(kind, cancel);
    }

    private async Task TryAsync(JobKind kind, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = (IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, kind.Type);
            if (await WinTurnAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), kind.Type.Name, job.Every, cancel)) await job.RunAsync(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Failed(log, kind.Type.Name, problem);
        }
    }

    private async Task<bool> WinTurnAsync(AppDb db, string job, TimeSpan every, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancel);
        var won = await db.JobTurns.Where(turn => turn.Job == job && turn.DueAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(turn => turn.DueAt, now + every), cancel) == 1;
        if (!won && !await db.JobTurns.AnyAsync(turn => turn.Job == job, cancel))
            db.JobTurns.Add(new JobTurn { Job = job, DueAt = now + every });
        await write.CommitAsync(cancel);
        return won;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; it will be done at its next turn.")]
    private static partial void Failed(ILogger log, string job, Exception problem);
}

/// <summary>A job that a module registered.</summary>
/// <param name="Type">Its class.</param>
public sealed record JobKind(Type Type);

/// <summary>How modules register jobs.</summary>
public static class JobRegistration
{
    /// <summary>Lets a job be done by the clock.</summary>
    public static void AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddSingleton(new JobKind(typeof(TJob)));
}

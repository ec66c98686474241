using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Lets questions that were asked together take turns on the one connection: one runs until it would go to the database or has its answer,
/// then the next. When all of them wait, their commands go as one and each reads its own result in its turn, so nothing ever runs side by side.
/// </summary>
internal sealed class AskedTogether(AppDb db)
{
    private readonly Queue<Action> ready = [];
    private List<Waiting> waiting = [];
    private TaskCompletionSource turn = new();

    /// <summary>Runs the questions to their ends.</summary>
    public static async Task RunAsync(AppDb db, IReadOnlyList<Func<Task>> questions, CancellationToken cancel)
    {
        var asked = new AskedTogether(db);
        // Others are still kept from using the context meanwhile.
        using var entered = db.GetService<IConcurrencyDetector>().EnterCriticalSection();
        db.Asked = asked;
        try
        {
            foreach (var question in questions) asked.ready.Enqueue(() => _ = asked.TakeAsync(question, () => { }));
            await asked.RunAsync(cancel);
        }
        finally
        {
            db.Asked = null;
        }
    }

    /// <summary>Runs further questions for one whose turn it is, which goes on when they have their answers.</summary>
    public Task JoinAsync(IReadOnlyList<Func<Task>> questions)
    {
        if (questions.Count == 0) return Task.CompletedTask;
        var (left, over) = (questions.Count, new TaskCompletionSource());
        foreach (var question in questions)
        {
            ready.Enqueue(() => _ = TakeAsync(question, () =>
            {
                if (--left == 0) ready.Enqueue(over.SetResult);
            }));
        }

        turn.SetResult();
        return over.Task;
    }

    /// <summary>Waits until this command is answered with the others; nothing: it is to be run by itself now.</summary>
    public Task<DbDataReader?> WaitAsync(DbCommand command)
    {
        var mine = new Waiting(command, new TaskCompletionSource<DbDataReader?>());
        waiting.Add(mine);
        turn.SetResult();
        return mine.Answer.Task;
    }

    private async Task TakeAsync(Func<Task> question, Action ended)
    {
        await question();
        ended();
        turn.SetResult();
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            while (ready.TryDequeue(out var next)) await TurnAsync(next);
            if (waiting.Count == 0) return;
            var wave = waiting;
            waiting = [];
            Trips.Count();
            await AnswerAsync(wave, cancel);
        }
    }

    private async Task AnswerAsync(List<Waiting> wave, CancellationToken cancel)
    {
        var answered = 0;
        try
        {
            await using var all = wave.Count == 1 ? null : await db.Engine.ReadTogetherAsync(wave.ConvertAll(one => one.Command), cancel);
            foreach (var one in wave)
            {
                if (all is not null && answered > 0) await all.NextResultAsync(cancel);
                answered++;
                await TurnAsync(() => one.Answer.SetResult(all is null ? null : new OneResult(all)));
            }
        }
        catch (Exception problem) when (answered < wave.Count)
        {
            foreach (var one in wave.Skip(answered)) await TurnAsync(() => one.Answer.SetException(problem));
        }
    }

    // Who has the turn ends it by waiting or by being done, mostly before this returns.
    private Task TurnAsync(Action go)
    {
        turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mine = turn.Task;
        go();
        return mine;
    }

    private sealed record Waiting(DbCommand Command, TaskCompletionSource<DbDataReader?> Answer);
}

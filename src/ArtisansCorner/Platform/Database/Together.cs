namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Asks the database several questions in one round trip. Each is written as if it were asked alone; it waits where it would go to the database
/// until all the others stand there too, and they go together. What some of them ask further goes together again. They read and never write.
/// </summary>
/// <param name="db">The database; asked together inside of a question, all go with the outer ones.</param>
public sealed class Together(AppDb db)
{
    private readonly List<Func<Task>> questions = [];
    private readonly List<Task> answers = [];

    /// <summary>Adds a question; its answer is there when <see cref="RunAsync"/> is over.</summary>
    public Task<T> Ask<T>(Func<Task<T>> question)
    {
        var answer = new TaskCompletionSource<T>();
        answers.Add(answer.Task);
        questions.Add(async () =>
        {
            try
            {
                answer.SetResult(await question());
            }
            catch (Exception problem)
            {
                answer.SetException(problem);
            }
        });
        return answer.Task;
    }

    /// <summary>Asks all of them; throws what the first that failed threw.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (db.Asked is { } outer) await outer.JoinAsync(questions);
        else await AskedTogether.RunAsync(db, questions, cancel);
        await Task.WhenAll(answers);
    }
}

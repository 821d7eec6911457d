"""Which functions of the database do pypika's queries call?  What one makes is a term like any."""

from pypika.terms import Function

Abs = Avg = Cast = Coalesce = Concat = Convert = Count = CurDate = CurTime = CurTimestamp = Date = DateAdd = DateDiff = Function
Extract = Floor = First = IfNull = Insert = IsNull = Last = Length = Lower = Max = Min = Now = NullIf = NVL = Power = Function
RegexpLike = RegexpMatches = Replace = Reverse = Round = Signed = SplitPart = Sqrt = Std = StdDev = Substring = Sum = Function
Timestamp = TimestampAdd = ToChar = ToDate = Trim = Unsigned = Upper = UtcTimestamp = ApproximatePercentile = Function

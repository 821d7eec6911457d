"""Which functions of the database do Piccolo's queries call?  What one makes is a column like any."""

from piccolo.columns.base import Column


class Function(Column):
    pass


Avg = Count = Max = Min = Sum = Concat = Length = Lower = Ltrim = Reverse = Rtrim = Upper = Function
Abs = Ceil = Floor = Round = Cast = Coalesce = ArrayCat = ArrayAppend = ArrayRemove = ArrayReplace = Function
Day = Extract = Hour = Minute = Month = Second = Strftime = Week = Year = Function
